/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Machine } from '../machine/machine';
import { type LabDescription, machinesOfRole } from '../state/description';
import { type KubeadmOptions, kubeadmConfig } from './kubeadmConfig';

/** Where a machine keeps its kubeadm configuration. */
export const kubeadmConfigFile = '/etc/kubernetes/lab-kubeadm.yaml';

/** What machines of one control plane have in common; everything else each makes for itself. */
const sharedFiles = [
  'ca.crt',
  'ca.key',
  'sa.key',
  'sa.pub',
  'front-proxy-ca.crt',
  'front-proxy-ca.key',
  'etcd/ca.crt',
  'etcd/ca.key',
];

/**
 * Makes certificates, kubeconfigs and static-pod manifests on all
 * control-plane machines with kubeadm's own phases. The runner starts each
 * process as soon as its manifest appears. `onCertificates` is called when the
 * first machine's certificates exist.
 */
export async function makeControlPlane(
  lab: LabDescription,
  options: KubeadmOptions,
  onCertificates: () => Promise<void>,
): Promise<void> {
  const machines = machinesOfRole(lab, 'control-plane').map(
    description => new Machine(lab, description),
  );
  for (const machine of machines) {
    writeFileSync(
      join(machine.paths.etcKubernetes, 'lab-kubeadm.yaml'),
      kubeadmConfig(lab, machine.description, options),
      { mode: 0o600 },
    );
  }
  const [first, ...others] = machines;
  await phases(first, ['certs all']);
  for (const machine of others) {
    shareCertificates(first, machine);
  }
  await Promise.all([
    onCertificates(),
    phases(first, ['etcd local', 'kubeconfig all', 'control-plane all']),
    ...others.map(machine =>
      phases(machine, [
        'certs all',
        'etcd local',
        'kubeconfig all',
        'control-plane all',
      ]),
    ),
  ]);
}

/** Runs phases of "kubeadm init" one after another on one machine. */
export function phases(
  machine: Machine,
  names: readonly string[],
): Promise<string> {
  return machine.run(
    'bash',
    [
      '-ec',
      names
        .map(name => `kubeadm init phase ${name} --config ${kubeadmConfigFile}`)
        .join('\n'),
    ],
    { timeoutMs: 120_000 },
  );
}

function shareCertificates(from: Machine, to: Machine): void {
  for (const file of sharedFiles) {
    const target = join(to.paths.etcKubernetes, 'pki', file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(from.paths.etcKubernetes, 'pki', file), target);
  }
}
