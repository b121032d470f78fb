/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { signalProcess } from '../host/processes';
import { waitFor } from '../host/waitFor';
import { writeHaproxyConfig } from '../loadbalancer/configure';
import { readServerStats } from '../loadbalancer/stats';
import type { HealthCheck } from '../profiles/profile';
import { claims } from './claims';
import type { Fault, FaultContext } from './fault';

export const l4HealthChecks: Fault = {
  name: 'l4-health-checks',
  description:
    'have all load balancers check only whether the port opens, not /readyz',
  parameters: [],
  claims: () => [claims.haproxyConfig],
  async prepare(context) {
    if (context.machines('load-balancer').length === 0) {
      throw new Error(`Lab ${context.lab.name} has no load balancer.`);
    }
    return {};
  },
  inject: context => reconfigure(context, 'l4'),
  heal: context =>
    reconfigure(context, context.profile.loadBalancers.healthCheck),
};

async function reconfigure(
  context: FaultContext,
  healthCheck: HealthCheck,
): Promise<void> {
  const expected = healthCheck === 'l4' ? 'L4OK' : 'L7OK';
  for (const machine of context.machines('load-balancer')) {
    writeHaproxyConfig(context.lab, machine, healthCheck);
    // The master process started first; SIGUSR2 makes it read the file again and replace its worker.
    const [master] = machine
      .processes('haproxy')
      .sort((left, right) => Number(left.startTime) - Number(right.startTime));
    if (!master) {
      continue;
    }
    signalProcess(master, 'SIGUSR2');
    await waitFor(
      async () => {
        const servers = await readServerStats(machine.description.address);
        const seen = servers.map(({ checkStatus }) => checkStatus);
        return seen.includes(expected)
          ? { value: true }
          : { missing: `its checks say ${seen.join(', ')}` };
      },
      {
        what: `HAProxy on ${machine.name} to check with ${expected}`,
        timeoutMs: 20_000,
      },
    );
  }
}
