/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault, FaultArguments, FaultContext } from './fault';
import { zone } from './parameters';
import { cutPower, powerOn } from './power';

export const loseZone: Fault = {
  name: 'lose-zone',
  description:
    'cut the power of everything in a zone: control plane, load balancer and workers',
  parameters: [zone],
  claims: (context, args) =>
    claims.power(machinesOfZone(context, args).map(({ name }) => name)),
  inject: (context, args) => cutPower(machinesOfZone(context, args)),
  heal: (context, args) => powerOn(machinesOfZone(context, args)),
};

function machinesOfZone(context: FaultContext, args: FaultArguments) {
  return context
    .machines()
    .filter(({ description }) => description.zone === args.zone);
}
