/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  bridgeName,
  labAddress,
  prefixLength,
  workerAddress,
  workersPerZone,
} from '../host/network';
import type { ProcessIdentity } from '../host/processes';
import type { Layout, Profile } from '../profiles/profile';
import type {
  LabDescription,
  MachineDescription,
  WorkerNode,
} from '../state/description';

export interface PlanOptions {
  name: string;
  profile: Profile;
  layout: Layout;
  workerCount: number;
  networkIndex: number;
  mac: string;
  kubernetesVersion: string;
  release: string;
  owner?: ProcessIdentity;
}

const hostParts = {
  virtualIp: 10,
  'control-plane': 11,
  'load-balancer': 31,
  workers: 51,
} as const;

/** Gives every machine and worker a name and an address. Pure: makes nothing. */
export function planLab(options: PlanOptions): LabDescription {
  const { profile, networkIndex } = options;
  const { controlPlane, loadBalancers, maker, workerZones } = profile;
  const bridge = bridgeName(networkIndex);
  if (options.workerCount > workersPerZone * workerZones.length) {
    throw new Error(
      `${options.workerCount} worker nodes do not fit. Allowed: 0 to ${
        workersPerZone * workerZones.length
      } (${workersPerZone} in each of ${workerZones.length} zones).`,
    );
  }

  const machines: MachineDescription[] = [];
  const add = (
    role: MachineDescription['role'],
    list: readonly { name: string; zone: string }[],
  ) =>
    list.forEach(({ name, zone }, position) =>
      machines.push({
        name,
        ...(role === 'control-plane' &&
          maker?.nodeDomain && { nodeName: `${name}${maker.nodeDomain}` }),
        role,
        zone,
        address: labAddress(networkIndex, 0, hostParts[role] + position),
        namespace: `${bridge}-${name}`,
        link: `${bridge}m${machines.length}`,
      }),
    );
  add('control-plane', controlPlane.machines);
  add('load-balancer', loadBalancers.machines);
  add(
    'workers',
    options.workerCount === 0
      ? []
      : workerZones.map(zone => ({ name: `workers-${zone}`, zone })),
  );

  const virtualIp = loadBalancers.virtualIp
    ? labAddress(networkIndex, 0, hostParts.virtualIp)
    : undefined;
  const firstOf = (role: MachineDescription['role']) =>
    machines.find(machine => machine.role === role)?.address;
  return {
    schemaVersion: 1,
    name: options.name,
    profile: profile.name,
    layout: options.layout,
    createdAt: new Date().toISOString(),
    phase: 'starting',
    owner: options.owner,
    network: {
      index: networkIndex,
      bridge,
      mac: options.mac,
      hostAddress: labAddress(networkIndex, 0, 1),
      prefixLength,
    },
    machines,
    workers: planWorkers(options),
    endpoint: {
      host:
        virtualIp ?? firstOf('load-balancer') ?? firstOf('control-plane') ?? '',
      port: controlPlane.apiPort,
    },
    virtualIp,
    apiPort: controlPlane.apiPort,
    kubernetesVersion: options.kubernetesVersion,
    release: options.release,
  };
}

function planWorkers(options: PlanOptions): WorkerNode[] {
  const { workerZones } = options.profile;
  return Array.from({ length: options.workerCount }, (_, index) => {
    const zone = index % workerZones.length;
    const position = Math.floor(index / workerZones.length);
    return {
      name: `worker-${workerZones[zone].replace(/^zone-/, '')}-${position + 1}`,
      address: workerAddress(options.networkIndex, zone, position),
      zone: workerZones[zone],
    };
  });
}
