/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Fault } from './fault';
import { killComponent } from './killComponent';
import { stopApiServer } from './stopApiServer';
import { stopComponent } from './stopComponent';
import { stopEtcd } from './stopEtcd';

/** All faults, in the order in which they are listed. */
export const faults: readonly Fault[] = [
  stopEtcd,
  stopApiServer,
  stopComponent,
  killComponent,
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
