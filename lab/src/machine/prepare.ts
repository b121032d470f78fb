/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlPlaneFlavours } from '../controlplane';
import { workerNetworks } from '../host/network';
import { run } from '../host/exec';
import { clientFiles } from '../cluster/clientFiles';
import { kubeletServingFiles, nodesOf } from '../pki/kubeletServing';
import { kubeletConfiguration } from '../pki/kubeletConfiguration';
import { regionLabel } from '../pki/kubeadmConfig';
import type { Profile } from '../profiles/profile';
import type { RunnerConfig } from '../runner/config';
import { type LabDescription, nodeNameOf } from '../state/description';
import { reportedVersion } from '../profiles/reportedVersion';
import { programPath, releaseOf } from '../build/releases';
import { labPaths } from '../state/paths';
import { initScript } from './initScript';
import { bootedFileName, Machine } from './machine';

/** Identity of a machine as a node, where kubeadm puts it. */
const nodeKubeconfig = '/etc/kubernetes/kubelet.conf';

/** Folders a machine's runner watches, as the machine sees them. */
export const unitFolders = {
  manifests: '/etc/kubernetes/manifests',
  services: '/etc/kubernetes-ha-lab/services',
};

/** Writes what a machine needs before its first start: folders, init script, runner configuration. */
export async function prepareMachine(
  lab: LabDescription,
  profile: Profile,
  machine: Machine,
): Promise<void> {
  const { paths, description } = machine;
  const own = (name: string) => join(paths.root, name);
  const folders = {
    'control-plane': [
      { from: paths.etcKubernetes, to: '/etc/kubernetes' },
      { from: paths.etcd, to: '/var/lib/etcd' },
    ],
    'load-balancer': [
      { from: own('etc-haproxy'), to: '/etc/haproxy' },
      { from: own('etc-keepalived'), to: '/etc/keepalived' },
    ],
    workers: [],
  }[description.role];
  const binds = [
    ...folders,
    { from: own('services'), to: '/etc/kubernetes-ha-lab/services' },
    { from: paths.run, to: '/run' },
  ];
  for (const { from } of binds) {
    mkdirSync(from, { recursive: true, mode: 0o755 });
  }
  mkdirSync(paths.log, { recursive: true });
  mkdirSync(own('scratch'), { recursive: true });
  // etcd warns about a data folder that others can read.
  if (description.role === 'control-plane') {
    mkdirSync(join(paths.etcKubernetes, 'manifests'), { recursive: true });
    await run('chmod', ['700', paths.etcd]);
  }

  const zones = profile.workerZones;
  writeFileSync(
    paths.init,
    initScript({
      hostname: machine.name,
      programPath: programPath(releaseOf(lab)),
      address: description.address,
      prefixLength: lab.network.prefixLength,
      binds,
      scratch: own('scratch'),
      localNetworks:
        description.role === 'workers'
          ? workerNetworks(lab.network.index, zones.indexOf(description.zone))
          : [],
      hosts: lab.machines.map(({ name, address }) => `${address} ${name}`),
      runner: labPaths(lab.name).runner,
      runnerConfig: paths.config,
      bootedFile: join('/run', bootedFileName),
    }),
  );
  writeFileSync(
    paths.config,
    JSON.stringify(runnerConfig(lab, profile, machine), undefined, 2),
  );
}

function runnerConfig(
  lab: LabDescription,
  profile: Profile,
  machine: Machine,
): RunnerConfig {
  const { description, paths } = machine;
  const { controlPlane } = profile;
  const isControlPlane = description.role === 'control-plane';
  const isNode = isControlPlane && controlPlane.asNodes;
  const answersAsKubelet = isNode || description.role === 'workers';
  const kubeadmMade = controlPlane.flavour === 'kubeadm';
  const serving = kubeletServingFiles(machine);
  return {
    machine: machine.name,
    role: description.role,
    address: description.address,
    unitFolders: isControlPlane
      ? [unitFolders.manifests, unitFolders.services]
      : [unitFolders.services],
    logFolder: paths.log,
    ...(isNode
      ? {
          node: {
            name: nodeNameOf(description),
            kubeconfig: nodeKubeconfig,
            labels: {
              'topology.kubernetes.io/region': regionLabel,
              'topology.kubernetes.io/zone': description.zone,
            },
            // kubeadm marks its nodes itself; elsewhere the kubelet registers with the taint.
            taints: kubeadmMade
              ? []
              : [
                  {
                    key: 'node-role.kubernetes.io/control-plane',
                    effect: 'NoSchedule',
                  },
                ],
            kubeletVersion: reportedVersion(lab, profile),
            mirrorPods: kubeadmMade,
          },
        }
      : {}),
    ...(answersAsKubelet
      ? {
          kubeletPort: {
            port: 10250,
            clientCa: join(labPaths(lab.name).client, 'ca.crt'),
            clientName:
              controlPlaneFlavours[controlPlane.flavour].kubeletClientName,
            certificate: serving.cert,
            key: serving.key,
            kubeconfig: isNode
              ? nodeKubeconfig
              : clientFiles(lab.name).adminKubeconfig,
            nodeNames: nodesOf(lab, machine),
            kubeletConfiguration: kubeletConfiguration(
              controlPlaneFlavours[controlPlane.flavour]
                .kubeletsServeByClusterCa,
            ),
          },
        }
      : {}),
  };
}
