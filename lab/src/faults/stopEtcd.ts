/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault } from './fault';
import { controlPlaneMachine } from './parameters';
import { stopComponent } from './stopComponent';

export const stopEtcd: Fault = {
  name: 'stop-etcd',
  description: 'end one etcd member and keep it down',
  parameters: [controlPlaneMachine],
  claims: (_context, args) => [claims.unit(args.machine, 'etcd')],
  inject: (context, args, undo) =>
    stopComponent.inject(context, { ...args, component: 'etcd' }, undo),
  heal: (context, args, undo) =>
    stopComponent.heal(context, { ...args, component: 'etcd' }, undo),
};
