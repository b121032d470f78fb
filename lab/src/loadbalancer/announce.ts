/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { connect } from 'node:net';
import { join } from 'node:path';
import { askProbe } from '../runner/probe';
import { Machine } from '../machine/machine';
import { waitFor } from '../host/waitFor';
import { type Deadline, leftUntil } from '../kubernetes/retryTransient';
import { type LabDescription, machinesOfRole } from '../state/description';

/** Paths of unix sockets end at 108 bytes on Linux; a checkout may lie deeper. */
const longestSocketPath = 107;

/**
 * Tells the load balancers as soon as an API server is ready, instead of
 * letting them find out after two checks: saves 2 to 4 seconds of a start.
 * Their own checks go on and have the last word.
 */
export async function announceApiServers(
  lab: LabDescription,
  deadline: Deadline,
): Promise<void> {
  await Promise.all(
    machinesOfRole(lab, 'control-plane').map(async ({ name, address }) => {
      const url = `https://${address}:${lab.apiPort}/readyz`;
      await waitFor(
        async () =>
          (await askProbe({
            url,
            initialDelaySeconds: 0,
            periodSeconds: 1,
            timeoutSeconds: 2,
            failureThreshold: 1,
          }))
            ? { value: true }
            : { missing: `${url} does not answer 200` },
        {
          what: `the API server on ${name} to be ready`,
          timeoutMs: leftUntil(deadline),
          everyMs: 100,
        },
      );
      for (const description of machinesOfRole(lab, 'load-balancer')) {
        const { paths } = new Machine(lab, description);
        await runtimeCommand(
          join(paths.run, 'haproxy.sock'),
          `set server kube-apiservers/${name} health up`,
        );
      }
    }),
  );
}

/** One command for HAProxy's runtime socket. Resolves also if nobody listens: then its own checks must do. */
function runtimeCommand(path: string, command: string): Promise<void> {
  return new Promise(resolve => {
    if (path.length > longestSocketPath) {
      resolve();
      return;
    }
    const socket = connect(path, () => socket.end(`${command}\n`));
    socket.resume();
    socket.once('error', () => resolve());
    socket.once('close', () => resolve());
  });
}
