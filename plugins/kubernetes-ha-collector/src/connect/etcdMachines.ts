/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from 'backstage-plugin-kubernetes-ha-common';
import { isMachineAddress } from '../transport/machineAddress';

/** More than this is no list that people read. */
const MOST_ADDRESSES = 9;

/** Etcd's port for clients, on every distribution. */
const CLIENT_PORT = 2379;

const ETCD_ROLE = 'node-role.kubernetes.io/etcd';

/**
 * Addresses of the machines that etcd runs on, as far as the cluster shows
 * them: nodes with the role etcd (k3s, RKE2), else those of the control plane
 * (kubeadm, OpenShift). None where etcd is on machines of its own.
 */
export function etcdMachines(
  sections: Readonly<Partial<Sections>>,
): readonly string[] {
  const { nodes } = sections;
  if (nodes?.state !== 'observed') return [];
  const withRole = nodes.value.filter(({ labels }) => ETCD_ROLE in labels);
  const machines =
    withRole.length > 0
      ? withRole
      : nodes.value.filter(({ controlPlane }) => controlPlane);
  return (
    machines
      .flatMap(({ internalIPs }) => internalIPs.slice(0, 1))
      // A Node names its address itself: what it says goes into a command that somebody copies.
      .filter(isMachineAddress)
      .slice(0, MOST_ADDRESSES)
  );
}

/** Client URLs of etcd on these machines; where none are known, one in the form that they have. */
export function clientUrls(machines: readonly string[]): string[] {
  if (machines.length === 0)
    return [`https://etcd-1.example.com:${CLIENT_PORT}`];
  return machines.map(host => `https://${bracketed(host)}:${CLIENT_PORT}`);
}

/** A host as it stands in a URL or before a port. */
export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
