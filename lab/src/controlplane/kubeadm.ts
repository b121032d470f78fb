/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { kubeadmClientSources } from '../cluster/clientFiles';
import { type Deadline, retryTransient } from '../kubernetes/retryTransient';
import { Machine } from '../machine/machine';
import type { Maker } from '../profiles/maker';
import { makeControlPlane, phases } from '../pki/controlPlane';
import { type LabDescription, machinesOfRole } from '../state/description';
import type { ControlPlaneFlavour } from './flavour';
import { applyMakerMarks, staticPodPatches } from './makerMarks';

const patchesFolder = 'lab-patches';

/** Static pods, certificates and add-ons as kubeadm makes them. */
export const kubeadmFlavour: ControlPlaneFlavour = {
  clientSources: kubeadmClientSources,
  // Not admin.conf: its group gets its rights only later, by "upload-config".
  adminKubeconfig: 'super-admin.conf',
  kubeletClientName: 'kube-apiserver-kubelet-client',
  kubeletsServeByClusterCa: true,

  async make(lab, options, onCertificates) {
    writePatches(lab, options.maker);
    await makeControlPlane(
      lab,
      { ...options, patches: `/etc/kubernetes/${patchesFolder}` },
      onCertificates,
    );
  },

  async finish(lab, profile, client, deadline) {
    const [first, ...others] = machinesOfRole(lab, 'control-plane').map(
      description => new Machine(lab, description),
    );
    const { asNodes } = profile.controlPlane;
    const addOns =
      profile.maker?.kubeProxy === false ? 'addon coredns' : 'addon all';
    for (const phase of ['upload-config all', 'bootstrap-token', addOns]) {
      await clusterPhase(first, phase, deadline);
    }
    if (asNodes) {
      await Promise.all(
        [first, ...others].map(machine =>
          clusterPhase(machine, 'mark-control-plane', deadline),
        ),
      );
      await applyMakerMarks(lab, profile.maker, client);
    }
  },
};

/** A phase that writes to the cluster. kubeadm creates what is not there and updates what is, so it may run twice. */
function clusterPhase(
  machine: Machine,
  phase: string,
  deadline: Deadline,
): Promise<string> {
  return retryTransient(`kubeadm init phase ${phase}`, deadline, () =>
    phases(machine, [phase]),
  );
}

/** CoreDNS goes to workers of different zones, as on most clusters that are not a toy. */
function writePatches(lab: LabDescription, maker: Maker | undefined): void {
  const patch = {
    spec: {
      template: {
        spec: {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [
                      {
                        key: 'node-role.kubernetes.io/control-plane',
                        operator: 'DoesNotExist',
                      },
                    ],
                  },
                ],
              },
            },
          },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
        },
      },
    },
  };
  for (const description of machinesOfRole(lab, 'control-plane')) {
    const machine = new Machine(lab, description);
    const folder = join(machine.paths.etcKubernetes, patchesFolder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'corednsdeployment+strategic.yaml'),
      stringify(patch),
    );
    for (const [component, text] of Object.entries(staticPodPatches(maker))) {
      writeFileSync(join(folder, `${component}+json.yaml`), text);
    }
  }
}
