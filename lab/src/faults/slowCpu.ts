/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { limitCpu } from '../host/cgroups';
import { claims } from './claims';
import type { Fault } from './fault';
import { controlPlaneMachine, positiveNumber } from './parameters';

export const slowCpu: Fault = {
  name: 'slow-cpu',
  description:
    'leave a machine a small share of one CPU: everything on it goes on, slowly',
  parameters: [
    controlPlaneMachine,
    {
      name: 'percent',
      description: 'percent of one CPU',
      defaultValue: () => '2',
    },
  ],
  claims: (_context, args) => [claims.cpu(args.machine)],
  async prepare(_context, args) {
    positiveNumber('percent', args.percent);
    return {};
  },
  async inject({ lab }, args) {
    const percent = positiveNumber('percent', args.percent);
    limitCpu(lab.network.bridge, args.machine, percent);
  },
  async heal({ lab }, args) {
    limitCpu(lab.network.bridge, args.machine, undefined);
  },
};
