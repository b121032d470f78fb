/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { signalProcess } from '../host/processes';
import { waitFor } from '../host/waitFor';
import type { Fault } from './fault';
import { component, controlPlaneMachine } from './parameters';
import { waitUntilRunning } from './units';

/** Kills a component once; its machine starts it again within seconds. */
export const killComponent: Fault = {
  name: 'kill-component',
  description:
    'kill a component on one machine once (SIGKILL); its machine starts it again',
  parameters: [component, controlPlaneMachine],
  async prepare(context, args) {
    if (context.machine(args.machine).processes(args.component).length === 0) {
      throw new Error(
        `${args.component} does not run on ${args.machine}; nothing to kill.`,
      );
    }
    return {};
  },
  async inject(context, args) {
    const machine = context.machine(args.machine);
    const victims = machine.processes(args.component);
    victims.forEach(victim => signalProcess(victim, 'SIGKILL'));
    await waitFor(
      async () =>
        machine
          .processes(args.component)
          .some(({ pid }) => victims.some(victim => victim.pid === pid))
          ? { missing: 'the process is still there' }
          : { value: true },
      {
        what: `${args.component} on ${args.machine} to die`,
        timeoutMs: 10_000,
        everyMs: 20,
      },
    );
  },
  async heal(context, args) {
    await waitUntilRunning(context.machine(args.machine), args.component);
  },
};
