/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault, FaultArguments, FaultContext } from './fault';
import { zone } from './parameters';
import { parkUnit, unparkUnit } from './units';

export const stopHeartbeats: Fault = {
  name: 'stop-heartbeats',
  description:
    'stop the heartbeats of all workers of a zone; the control plane of the zone goes on',
  parameters: [
    {
      ...zone,
      allowed: ({ lab }) => [
        ...new Set(lab.workers.map(worker => worker.zone)),
      ],
    },
  ],
  claims: (context, args) => [
    claims.unit(workersOf(context, args).name, 'kwok'),
  ],
  inject: (context, args) => parkUnit(workersOf(context, args), 'kwok'),
  heal: (context, args) => unparkUnit(workersOf(context, args), 'kwok'),
};

function workersOf(context: FaultContext, args: FaultArguments) {
  const machine = context
    .machines('workers')
    .find(({ description }) => description.zone === args.zone);
  if (!machine) {
    throw new Error(`Zone ${args.zone} has no workers.`);
  }
  return machine;
}
