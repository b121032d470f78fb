/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Fault } from './fault';
import { controlPlaneMachine } from './parameters';
import { stopComponent } from './stopComponent';

export const stopApiServer: Fault = {
  name: 'stop-apiserver',
  description: 'end one API server and keep it down',
  parameters: [controlPlaneMachine],
  inject: (context, args, undo) =>
    stopComponent.inject(
      context,
      { ...args, component: 'kube-apiserver' },
      undo,
    ),
  heal: (context, args, undo) =>
    stopComponent.heal(context, { ...args, component: 'kube-apiserver' }, undo),
};
