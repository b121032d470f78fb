/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { mkdirSync } from 'node:fs';
import { run } from '../host/exec';
import {
  bridgedTrafficIsFiltered,
  bridgeMac,
  bridgeName,
  forwardRule,
  freeIndex,
  ipBatch,
  makeBridge,
} from '../host/network';
import { bootId } from '../host/processes';
import type { LabDescription } from '../state/description';
import { type JournalEntry, noteInJournal } from '../state/journal';
import { labPaths } from '../state/paths';

/** Takes a free subnet for a lab by making its bridge. */
export async function claimNetwork(
  name: string,
): Promise<{ index: number; mac: string }> {
  const { root, journal } = labPaths(name);
  mkdirSync(root, { recursive: true });
  const mac = bridgeMac(root);
  const taken = new Set<number>();
  noteInJournal(journal, { kind: 'boot', id: bootId() });
  for (;;) {
    const index = await freeIndex(taken);
    noteInJournal(journal, { kind: 'bridge', name: bridgeName(index), mac });
    if (await makeBridge(index, mac)) {
      return { index, mac };
    }
    taken.add(index);
  }
}

/** Makes a network namespace and a cable to the bridge for every machine. */
export async function wireMachines(lab: LabDescription): Promise<void> {
  const { journal } = labPaths(lab.name);
  const { bridge } = lab.network;
  const entries: JournalEntry[] = lab.machines.flatMap(
    ({ namespace, link }) => [
      { kind: 'namespace', name: namespace },
      { kind: 'link', name: link },
    ],
  );
  noteInJournal(journal, ...entries);
  await ipBatch(
    lab.machines.flatMap(({ namespace, link }) => [
      `netns add ${namespace}`,
      `link add ${link} type veth peer name eth0 netns ${namespace}`,
      `link set ${link} master ${bridge} up`,
    ]),
  );
  if (bridgedTrafficIsFiltered()) {
    noteInJournal(journal, { kind: 'forwardRule', bridge });
    await run('iptables', forwardRule('-I', bridge));
  }
}
