/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../host/waitFor';
import type { Machine } from '../machine/machine';
import {
  flagOf,
  memberOn,
  setEtcdFlags,
  waitUntilServing,
  withFlag,
} from './etcdMembers';
import { claims } from './claims';
import type { Fault, FaultContext } from './fault';
import { controlPlaneMachine } from './parameters';
import {
  parkUnit,
  parked,
  unitFile,
  unparkUnit,
  waitUntilRunning,
} from './units';

const key = '/lab-fault-corrupt';
/** bbolt has checksums on its meta pages only, so another text of the same length is found by nobody but a hash of the data. */
const rightText = 'lab-value-as-written-by-all-members';
const wrongText = 'lab-value-as-altered-on-one-member!';

/** kubeadm switches the check at start on: a member whose data differs refuses to run. */
const modes = {
  served: 'the check at start is switched off, so the member serves wrong data',
  refused: 'the check at start stays on, so the member refuses to start',
} as const;

export const corruptMember: Fault = {
  name: 'corrupt-member',
  description: `alter data on the disk of one etcd member: ${Object.entries(
    modes,
  )
    .map(([name, text]) => `${name} (${text})`)
    .join(', ')}`,
  parameters: [
    controlPlaneMachine,
    {
      name: 'mode',
      description: 'what the member does with it',
      defaultValue: () => 'served',
      allowed: () => Object.keys(modes),
    },
  ],

  claims: (_context, args) => [claims.unit(args.machine, 'etcd')],

  async prepare(context, args) {
    if (context.profile.controlPlane.flavour !== 'kubeadm') {
      throw new Error(
        `Fault corrupt-member edits a static-pod manifest; profile ${context.profile.name} has none.`,
      );
    }
    const path = unitFile(context.machine(args.machine), 'etcd');
    return {
      featureGates: flagOf(readFileSync(path, 'utf8'), 'feature-gates') ?? '',
    };
  },

  async inject(context, args) {
    const machine = context.machine(args.machine);
    await writeEverywhere(context);
    await parkUnit(machine, 'etcd');
    replaceInDatabase(machine, rightText, wrongText);
    if (args.mode === 'served') {
      const path = parked(unitFile(machine, 'etcd'));
      writeFileSync(
        path,
        withFlag(readFileSync(path, 'utf8'), 'feature-gates', undefined),
      );
    }
    await unparkUnit(machine, 'etcd');
    if (args.mode === 'served') {
      await waitUntilServing(context, machine);
    }
  },

  async heal(context, args, { featureGates }) {
    const machine = context.machine(args.machine);
    await parkUnit(machine, 'etcd');
    replaceInDatabase(machine, wrongText, rightText);
    await unparkUnit(machine, 'etcd');
    await waitUntilServing(context, machine);
    await setEtcdFlags(machine, {
      'feature-gates': String(featureGates) || undefined,
    });
    await waitUntilRunning(machine, 'etcd');
    await waitUntilServing(context, machine);
    const member = memberOn(context, machine);
    await member.deletePrefix(key);
    member.close();
  },
};

/** Writes the key and waits until every member has it in its database file, not only in its log. */
async function writeEverywhere(context: FaultContext): Promise<void> {
  const machines = context.machines('control-plane');
  const member = memberOn(context, machines[0]);
  await member.put(key, Buffer.from(rightText));
  member.close();
  await waitFor(
    async () => {
      const late = machines.filter(
        machine => !readDatabase(machine).includes(rightText),
      );
      return late.length === 0
        ? { value: true }
        : { missing: `not yet on ${late.map(({ name }) => name).join(', ')}` };
    },
    { what: 'the key to reach all databases', timeoutMs: 20_000 },
  );
}

function databaseFile(machine: Machine): string {
  return join(machine.paths.etcd, 'member/snap/db');
}

function readDatabase(machine: Machine): Buffer {
  return readFileSync(databaseFile(machine));
}

/** Pages are copied when they are written, so the text may be there more than once. */
function replaceInDatabase(machine: Machine, from: string, to: string): void {
  const data = readDatabase(machine);
  for (
    let position = data.indexOf(from);
    position >= 0;
    position = data.indexOf(from, position + 1)
  ) {
    data.write(to, position);
  }
  writeFileSync(databaseFile(machine), data);
}
