/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { isFrozen, setFrozen } from '../host/cgroups';
import { waitFor } from '../host/waitFor';
import { claims } from './claims';
import type { Fault } from './fault';
import { anyMachine } from './parameters';

export const freezeMachine: Fault = {
  name: 'freeze-machine',
  description:
    'freeze every process of a machine at once, as a hypervisor that pauses it',
  parameters: [anyMachine],
  claims: (_context, args) => [claims.freezer(args.machine)],
  async prepare(context, args) {
    if (!context.machine(args.machine).isRunning()) {
      throw new Error(
        `Machine ${args.machine} has no power; nothing to freeze. Heal the fault that took it away first.`,
      );
    }
    return {};
  },
  async inject({ lab }, args) {
    setFrozen(lab.network.bridge, args.machine, true);
    await waitFor(
      async () =>
        isFrozen(lab.network.bridge, args.machine)
          ? { value: true }
          : { missing: 'some processes still run' },
      {
        what: `machine ${args.machine} to freeze`,
        timeoutMs: 10_000,
        everyMs: 20,
      },
    );
  },
  async heal({ lab }, args) {
    setFrozen(lab.network.bridge, args.machine, false);
  },
};
