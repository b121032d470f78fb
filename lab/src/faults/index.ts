/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { blockingPdb } from './blockingPdb';
import { brokenManifest } from './brokenManifest';
import { certificateNearEnd } from './certificateNearEnd';
import { corruptMember } from './corruptMember';
import { failClosedWebhook } from './failClosedWebhook';
import type { Fault } from './fault';
import { fillEtcd } from './fillEtcd';
import { freezeComponent } from './freezeComponent';
import { freezeControllerManagers, freezeSchedulers } from './freezeEverywhere';
import { freezeMachine } from './freezeMachine';
import { killComponent } from './killComponent';
import { l4HealthChecks } from './l4HealthChecks';
import { loseAllLoadBalancers, loseLoadBalancer } from './loseLoadBalancer';
import { loseMachine } from './loseMachine';
import { loseZone } from './loseZone';
import { partitionMachine } from './partitionMachine';
import { readerWithout } from './readerWithout';
import { slowCpu } from './slowCpu';
import { slowDisk } from './slowDisk';
import { stopApiServer } from './stopApiServer';
import { stopComponent } from './stopComponent';
import { stopEtcd } from './stopEtcd';
import { stopHaproxy } from './stopHaproxy';
import { stopHeartbeats } from './stopHeartbeats';

/** All faults, in the order in which they are listed. */
export const faults: readonly Fault[] = [
  stopEtcd,
  stopApiServer,
  stopComponent,
  killComponent,
  freezeComponent,
  freezeControllerManagers,
  freezeSchedulers,
  brokenManifest,
  loseMachine,
  freezeMachine,
  partitionMachine,
  slowCpu,
  slowDisk,
  loseZone,
  stopHeartbeats,
  loseLoadBalancer,
  loseAllLoadBalancers,
  stopHaproxy,
  l4HealthChecks,
  fillEtcd,
  corruptMember,
  certificateNearEnd,
  failClosedWebhook,
  blockingPdb,
  readerWithout,
];

/** The fault of that name; an unknown name is an error that lists the known ones. */
export function faultByName(name: string): Fault {
  const found = faults.find(fault => fault.name === name);
  if (!found) {
    throw new Error(
      `Unknown fault "${name}". Allowed: ${faults
        .map(fault => fault.name)
        .join(', ')}.`,
    );
  }
  return found;
}
