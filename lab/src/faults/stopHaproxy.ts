/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault } from './fault';
import { loadBalancerMachine } from './parameters';
import { parkUnit, unparkUnit } from './units';

export const stopHaproxy: Fault = {
  name: 'stop-haproxy',
  description:
    'end HAProxy on one load balancer and keep it down; the machine lives and keepalived gives the virtual IP away',
  parameters: [loadBalancerMachine],
  claims: (_context, args) => [claims.unit(args.machine, 'haproxy')],
  inject: (context, args) => parkUnit(context.machine(args.machine), 'haproxy'),
  heal: (context, args) => unparkUnit(context.machine(args.machine), 'haproxy'),
};
