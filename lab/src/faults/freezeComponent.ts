/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault } from './fault';
import { assertRuns, freezeComponentOn, thawComponentOn } from './freeze';
import { component, controlPlaneMachine } from './parameters';

export const freezeComponent: Fault = {
  name: 'freeze-component',
  description:
    'freeze a component on one machine (SIGSTOP): its ports stay open, it answers nothing',
  parameters: [component, controlPlaneMachine],
  claims: (_context, args) => [claims.processes(args.machine, args.component)],
  async prepare(context, args) {
    assertRuns(context.machine(args.machine), args.component);
    return {};
  },
  async inject(context, args) {
    freezeComponentOn(context.machine(args.machine), args.component);
  },
  async heal(context, args) {
    thawComponentOn(context.machine(args.machine), args.component);
  },
};
