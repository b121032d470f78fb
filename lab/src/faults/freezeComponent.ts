/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Fault } from './fault';
import { freezeComponentOn, thawComponentOn } from './freeze';
import { component, controlPlaneMachine } from './parameters';

export const freezeComponent: Fault = {
  name: 'freeze-component',
  description:
    'freeze a component on one machine (SIGSTOP): its ports stay open, it answers nothing',
  parameters: [component, controlPlaneMachine],
  async inject(context, args) {
    freezeComponentOn(context.machine(args.machine), args.component);
  },
  async heal(context, args) {
    thawComponentOn(context.machine(args.machine), args.component);
  },
};
