/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault } from './fault';
import { component, controlPlaneMachine } from './parameters';
import { assertUnit, parkUnit, unparkUnit } from './units';

/** Ends a component and keeps it down, by taking its manifest away. */
export const stopComponent: Fault = {
  name: 'stop-component',
  description:
    'end a component on one machine and keep it down (its manifest is taken away)',
  parameters: [component, controlPlaneMachine],
  claims: (_context, args) => [claims.unit(args.machine, args.component)],
  async prepare(context, args) {
    assertUnit(context.machine(args.machine), args.component);
    return {};
  },
  async inject(context, args) {
    await parkUnit(context.machine(args.machine), args.component);
  },
  async heal(context, args) {
    await unparkUnit(context.machine(args.machine), args.component);
  },
};
