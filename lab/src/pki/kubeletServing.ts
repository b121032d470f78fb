/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { join } from 'node:path';
import { Machine } from '../machine/machine';
import { type LabDescription, nodeNameOf } from '../state/description';
import { issueCertificate, type KeyPair, makeAuthority } from './openssl';

/** Files of a machine's kubelet certificate. */
export function kubeletServingFiles(machine: Machine): KeyPair {
  return {
    cert: join(machine.paths.root, 'kubelet.pem'),
    key: join(machine.paths.root, 'kubelet-key.pem'),
  };
}

/**
 * Certificates for the kubelet's port of all nodes: signed by the cluster's
 * authority, as with `serverTLSBootstrap`, or by nobody, as kubelets do by
 * themselves. A workers machine has one for all addresses it answers for.
 */
export async function makeKubeletServing(
  lab: LabDescription,
  authority: KeyPair | undefined,
): Promise<void> {
  await Promise.all(
    lab.machines
      .filter(({ role }) => role !== 'load-balancer')
      .map(async description => {
        const machine = new Machine(lab, description);
        const { root } = machine.paths;
        if (!authority) {
          await makeAuthority(root, 'kubelet', `/CN=${machine.name}`);
          return;
        }
        await issueCertificate(root, authority, {
          name: 'kubelet',
          subject: `/O=system:nodes/CN=system:node:${nodeNameOf(description)}`,
          hosts: [machine.name, ...Object.keys(nodesOf(lab, machine))],
        });
      }),
  );
}

/** Names of the nodes a machine answers for, by address. */
export function nodesOf(
  lab: LabDescription,
  machine: Machine,
): Record<string, string> {
  const { role, zone, address } = machine.description;
  return role === 'workers'
    ? Object.fromEntries(
        lab.workers
          .filter(worker => worker.zone === zone)
          .map(worker => [worker.address, worker.name]),
      )
    : { [address]: nodeNameOf(machine.description) };
}
