/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { run, tryRun } from '../host/exec';
import { cgroupVersion, removeCgroup } from '../host/cgroups';
import { forwardRule, isBridgeOfAnother, ownsBridge } from '../host/network';
import { bootId, killProcess, readPidFile } from '../host/processes';
import { type JournalEntry, readJournal } from './journal';
import { labPaths } from './paths';

/**
 * Takes away everything a lab's journal lists, in the reverse of the order in
 * which it was made. Safe to repeat and to call on a half-made lab. Logs stay.
 */
export async function tearDown(name: string): Promise<void> {
  const paths = labPaths(name);
  const entries = ownEntries(readJournal(paths.journal)).reverse();
  const ofKind = <K extends JournalEntry['kind']>(kind: K) =>
    entries.filter(
      (entry): entry is Extract<JournalEntry, { kind: K }> =>
        entry.kind === kind,
    );

  // A frozen process is not ended by SIGKILL before it is thawed (control groups version 1).
  ofKind('cgroup').forEach(entry => thaw(entry.path));
  await Promise.all(
    ofKind('process').map(async ({ pidFile }) => {
      const identity = readPidFile(pidFile);
      if (identity) {
        await killProcess(identity);
      }
    }),
  );
  await removeNetwork(
    ofKind('namespace').map(entry => entry.name),
    ofKind('link').map(entry => entry.name),
  );
  for (const { bridge } of ofKind('forwardRule')) {
    await tryRun('iptables', forwardRule('-D', bridge));
  }
  for (const { name: bridge, mac } of ofKind('bridge')) {
    if (ownsBridge(bridge, mac)) {
      await run('ip', ['link', 'delete', bridge]);
    }
  }
  for (const { path } of ofKind('cgroup')) {
    await removeWhenEmpty(path);
  }
  removeData(paths.root);
}

/**
 * What of the journal may still be this lab's. After a reboot nothing is but
 * its files. Networks are numbered, and another lab may have got the number
 * since; a bridge tells whose it is, and all else is named after its bridge.
 */
export function ownEntries(
  entries: readonly JournalEntry[],
  boot: string = bootId(),
  isAnothers: typeof isBridgeOfAnother = isBridgeOfAnother,
): JournalEntry[] {
  if (entries.some(entry => entry.kind === 'boot' && entry.id !== boot)) {
    return [];
  }
  const lost = entries.flatMap(entry =>
    entry.kind === 'bridge' && isAnothers(entry.name, entry.mac)
      ? [entry.name]
      : [],
  );
  return entries.filter(entry => {
    const bridge = bridgeOf(entry);
    return bridge === undefined || !lost.includes(bridge);
  });
}

/** The bridge an entry goes with: kha0 for the namespace kha0-cp-a, the link kha0m1 and the control group …/kha0/cp-a. */
function bridgeOf(entry: JournalEntry): string | undefined {
  switch (entry.kind) {
    case 'bridge':
    case 'namespace':
    case 'link':
      return /^kha\d+/.exec(entry.name)?.[0];
    case 'forwardRule':
      return entry.bridge;
    case 'cgroup':
      return /\/kubernetes-ha-lab\/([^/]+)/.exec(entry.path)?.[1];
    case 'process':
    case 'boot':
      return undefined;
    default:
      throw new Error(
        `The journal has an entry of unknown kind: ${JSON.stringify(
          entry satisfies never,
        )}.`,
      );
  }
}

async function removeNetwork(
  namespaces: readonly string[],
  links: readonly string[],
): Promise<void> {
  const lines = [
    ...links
      .filter(link => existsSync(`/sys/class/net/${link}`))
      .map(link => `link delete ${link}`),
    ...namespaces
      .filter(namespace => existsSync(`/run/netns/${namespace}`))
      .map(namespace => `netns delete ${namespace}`),
  ];
  if (lines.length > 0) {
    // -force: a link that vanishes with its namespace meanwhile is no reason to leave the rest.
    await tryRun('ip', ['-force', '-batch', '-'], {
      input: `${lines.join('\n')}\n`,
    });
  }
  const left = namespaces.filter(namespace =>
    existsSync(`/run/netns/${namespace}`),
  );
  if (left.length > 0) {
    throw new Error(
      `Network namespaces not removed: ${left.join(
        ', ',
      )}. Try: ip netns delete ${left[0]}`,
    );
  }
}

function thaw(folder: string): void {
  const [file, value] =
    cgroupVersion === 1 ? ['freezer.state', 'THAWED'] : ['cgroup.freeze', '0'];
  const path = join(folder, file);
  if (existsSync(path)) {
    writeFileSync(path, value);
  }
}

async function removeWhenEmpty(folder: string): Promise<void> {
  // The kernel takes a killed namespace's last processes out of their group a moment after their parent is gone.
  for (let waited = 0; waited < 5_000; waited += 20) {
    removeCgroup(folder);
    if (!existsSync(folder)) {
      return;
    }
    await delay(20);
  }
  throw new Error(
    `Control group ${folder} still has processes 5 s after they were ended. See: cat ${folder}/cgroup.procs`,
  );
}

function removeData(root: string): void {
  if (!existsSync(root)) {
    return;
  }
  for (const entry of readdirSync(root)) {
    if (entry !== 'logs') {
      rmSync(join(root, entry), {
        recursive: true,
        force: true,
        maxRetries: 5,
      });
    }
  }
}
