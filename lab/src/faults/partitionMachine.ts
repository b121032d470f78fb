/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { setLink } from '../host/network';
import type { Machine } from '../machine/machine';
import { tryRun } from '../host/exec';
import { claims } from './claims';
import type { Fault, FaultContext } from './fault';
import { anyMachine } from './parameters';

/** How far a machine is cut off, by the name a person gives. */
const scopes = {
  everybody: 'its cable is out',
  peers: 'no traffic with other control-plane machines',
  'etcd-peers': 'no traffic between etcd members (port 2380)',
} as const;

type Scope = keyof typeof scopes;

export const partitionMachine: Fault = {
  name: 'partition-machine',
  description: `cut a machine off: ${Object.entries(scopes)
    .map(([name, text]) => `${name} (${text})`)
    .join(', ')}`,
  parameters: [
    anyMachine,
    {
      name: 'from',
      description: 'whom the machine is cut off from',
      defaultValue: () => 'everybody',
      allowed: () => Object.keys(scopes),
    },
  ],
  claims: (_context, args) => [
    args.from === 'everybody'
      ? claims.cable(args.machine)
      : claims.firewall(args.machine),
  ],
  async inject(context, args) {
    const machine = context.machine(args.machine);
    if (args.from === 'everybody') {
      await setLink(machine.description.link, false);
    } else {
      await filter(context, machine, args.from as Scope, '-A');
    }
  },
  async heal(context, args) {
    const machine = context.machine(args.machine);
    if (args.from === 'everybody') {
      await setLink(machine.description.link, true);
    } else {
      await filter(context, machine, args.from as Scope, '-D');
    }
  },
};

/** Adds or deletes rules in the machine's own firewall; deleting what is not there is no error. */
async function filter(
  context: FaultContext,
  machine: Machine,
  scope: Scope,
  action: '-A' | '-D',
): Promise<void> {
  const peers = context
    .machines('control-plane')
    .filter(({ name }) => name !== machine.name)
    .map(({ description }) => description.address);
  const ports =
    scope === 'etcd-peers'
      ? [
          ['-p', 'tcp', '--dport', '2380'],
          ['-p', 'tcp', '--sport', '2380'],
        ]
      : [[]];
  for (const peer of peers) {
    for (const port of ports) {
      const rules = [
        [action, 'INPUT', '-s', peer, ...port, '-j', 'DROP'],
        [action, 'OUTPUT', '-d', peer, ...port, '-j', 'DROP'],
      ];
      for (const rule of rules) {
        const result = await tryRun('ip', [
          ...['netns', 'exec', machine.description.namespace],
          ...['iptables', '-w', ...rule],
        ]);
        if (result.code !== 0 && action === '-A') {
          throw new Error(
            `Cannot filter traffic of ${machine.name}: ${result.stderr.trim()}`,
          );
        }
      }
    }
  }
}
