/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { counterIncrease, total } from '../checks/counterIncrease';
import { instanceName } from './instanceName';
import { known, Measure, valueOf } from './measure';

/** Requests a second that each API server instance answered between the two newest readings. */
export const apiserverRequestRate: Measure<'apiServers'> = {
  id: 'apiserver-request-rate',
  unit: 'per-second',
  worst: 'highest',
  reads: 'apiServers',
  read: instances =>
    known(
      instances.map(instance => {
        const counters = valueOf(instance.metrics);
        const increase =
          counters && counterIncrease(counters, 'apiserver_request_total');
        return [
          instanceName(instance),
          increase?.seconds ? total(increase) / increase.seconds : undefined,
        ];
      }),
    ),
};
