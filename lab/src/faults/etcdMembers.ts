/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { clientFiles } from '../cluster/clientFiles';
import { EtcdMember } from '../etcd/gatewayClient';
import { waitFor } from '../host/waitFor';
import type { Machine } from '../machine/machine';
import type { FaultContext } from './fault';
import { unitFile } from './units';

/** The etcd member on a machine, reached by its address. */
export function memberOn(context: FaultContext, machine: Machine): EtcdMember {
  return new EtcdMember(
    `https://${machine.description.address}:2379`,
    clientFiles(context.lab.name).etcd,
  );
}

/** Waits until a member takes part in the quorum again. */
export async function waitUntilServing(
  context: FaultContext,
  machine: Machine,
): Promise<void> {
  const member = memberOn(context, machine);
  try {
    await waitFor(
      async () => {
        await member.readLinearizable();
        return { value: true };
      },
      { what: `etcd on ${machine.name} to serve reads`, timeoutMs: 60_000 },
    );
  } finally {
    member.close();
  }
}

/** Sets flags of the etcd on a machine (undefined takes one away) and waits until it serves with them. */
export async function setEtcdFlags(
  machine: Machine,
  flags: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const path = unitFile(machine, 'etcd');
  const before = readFileSync(path, 'utf8');
  const after = Object.entries(flags).reduce(
    (text, [name, value]) => withFlag(text, name, value),
    before,
  );
  if (after === before) {
    return;
  }
  const old = machine.processes('etcd').map(({ pid }) => pid);
  writeFileSync(path, after);
  await waitFor(
    async () => {
      const now = machine.processes('etcd');
      return now.length > 0 && now.every(({ pid }) => !old.includes(pid))
        ? { value: true }
        : { missing: 'the old process still runs' };
    },
    {
      what: `etcd on ${machine.name} to restart`,
      timeoutMs: 60_000,
      everyMs: 50,
    },
  );
}

/** The value of a flag in a static-pod manifest, or undefined. */
export function flagOf(text: string, name: string): string | undefined {
  return new RegExp(`^ *- --${name}=(.*)$`, 'm').exec(text)?.[1];
}

/** A manifest's text with the flag set, changed or taken away. Works on the text, so that all else stays as it is. */
export function withFlag(
  text: string,
  name: string,
  value: string | undefined,
): string {
  const without = text.replace(new RegExp(`^ *- --${name}=.*\n`, 'm'), '');
  if (value === undefined) {
    return without;
  }
  const command = /^( *)- etcd\n/m.exec(without);
  if (!command) {
    throw new Error('The manifest has no line "- etcd" to put a flag behind.');
  }
  return without.replace(
    command[0],
    `${command[0]}${command[1]}- --${name}=${value}\n`,
  );
}
