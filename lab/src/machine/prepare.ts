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
import { kubeletConfiguration } from '../pki/kubeletConfiguration';
import { regionLabel } from '../pki/kubeadmConfig';
import type { Profile } from '../profiles/profile';
import type { RunnerConfig } from '../runner/config';
import type { LabDescription } from '../state/description';
import { labPaths } from '../state/paths';
import { initScript } from './initScript';
import { bootedFileName, Machine } from './machine';

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
    JSON.stringify(await runnerConfig(lab, profile, machine), undefined, 2),
  );
}

async function runnerConfig(
  lab: LabDescription,
  profile: Profile,
  machine: Machine,
): Promise<RunnerConfig> {
  const { description, paths } = machine;
  const { controlPlane } = profile;
  const isControlPlane = description.role === 'control-plane';
  const isNode = isControlPlane && controlPlane.asNodes;
  const answersAsKubelet = isNode || description.role === 'workers';
  const kubeadmMade = controlPlane.flavour === 'kubeadm';
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
            name: machine.name,
            kubeconfig: '/etc/kubernetes/kubelet.conf',
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
            kubeletVersion: lab.kubernetesVersion,
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
            ...(await kubeletCertificate(machine)),
            kubeletConfiguration: kubeletConfiguration(),
          },
        }
      : {}),
  };
}

/** A self-signed serving certificate: API servers do not check it unless told to. */
async function kubeletCertificate(
  machine: Machine,
): Promise<{ certificate: string; key: string }> {
  const certificate = join(machine.paths.root, 'kubelet.crt');
  const key = join(machine.paths.root, 'kubelet.key');
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-nodes', '-days', '365', '-subj', `/CN=${machine.name}`],
    ...['-keyout', key, '-out', certificate],
  ]);
  return { certificate, key };
}
