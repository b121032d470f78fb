/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault } from './fault';
import { anyMachine } from './parameters';
import { cutPower, powerOn } from './power';

export const loseMachine: Fault = {
  name: 'lose-machine',
  description: 'cut the power of one machine; heal turns it on again',
  parameters: [anyMachine],
  claims: (_context, args) => claims.power([args.machine]),
  inject: (context, args) => cutPower([context.machine(args.machine)]),
  heal: (context, args) => powerOn([context.machine(args.machine)]),
};
