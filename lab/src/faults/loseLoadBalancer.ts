/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { claims } from './claims';
import type { Fault, FaultContext } from './fault';
import { loadBalancerMachine } from './parameters';
import { cutPower, powerOn } from './power';

export const loseLoadBalancer: Fault = {
  name: 'lose-load-balancer',
  description: 'cut the power of one load balancer; the virtual IP moves',
  parameters: [loadBalancerMachine],
  claims: (_context, args) => claims.power([args.machine]),
  inject: (context, args) => cutPower([context.machine(args.machine)]),
  heal: (context, args) => powerOn([context.machine(args.machine)]),
};

export const loseAllLoadBalancers: Fault = {
  name: 'lose-all-load-balancers',
  description:
    'cut the power of every load balancer: API servers live, nobody reaches them by the endpoint',
  parameters: [],
  claims: context =>
    claims.power(context.machines('load-balancer').map(({ name }) => name)),
  async prepare(context) {
    loadBalancers(context);
    return {};
  },
  inject: context => cutPower(loadBalancers(context)),
  heal: context => powerOn(loadBalancers(context)),
};

function loadBalancers(context: FaultContext) {
  const machines = context.machines('load-balancer');
  if (machines.length === 0) {
    throw new Error(`Lab ${context.lab.name} has no load balancer.`);
  }
  return machines;
}
