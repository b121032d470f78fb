/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { connect } from 'node:net';
import { waitFor } from '../host/waitFor';
import { claims } from './claims';
import type { Fault } from './fault';
import { controlPlaneMachine } from './parameters';
import { parkFile, unparkUnit } from './units';

const component = 'kube-apiserver';

export const stopApiServer: Fault = {
  name: 'stop-apiserver',
  description: 'end one API server and keep it down',
  parameters: [controlPlaneMachine],

  claims: (_context, args) => [claims.unit(args.machine, component)],

  async inject(context, args) {
    const machine = context.machine(args.machine);
    parkFile(machine, component);
    const { address } = machine.description;
    const { apiPort } = context.lab;
    // The process lingers for up to 60 s to end its watches, but takes no new connection from the first moment.
    await waitFor(
      async () =>
        (await isOpen(address, apiPort))
          ? { missing: `${address}:${apiPort} takes connections` }
          : { value: true },
      {
        what: `the API server on ${machine.name} to close its port`,
        timeoutMs: 30_000,
        everyMs: 50,
      },
    );
  },

  heal: (context, args) => unparkUnit(context.machine(args.machine), component),
};

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
