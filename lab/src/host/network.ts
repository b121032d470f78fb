/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { run, tryRun } from './exec';

// 198.18.0.0/15 is reserved for benchmarks of network devices (RFC 2544): hardly ever routed anywhere.
const labsAtOnce = 64;
/** Each lab has a /21: one part for machines, six for workers. */
export const prefixLength = 21;
/** Workers per zone that fit into two /24. */
export const workersPerZone = 500;

/** An address of lab number `index`: `part` 0 for machines, 1 to 6 for workers. */
export function labAddress(index: number, part: number, host: number): string {
  const third = index * 8 + part;
  return `198.${18 + Math.floor(third / 256)}.${third % 256}.${host}`;
}

/** Address of the nth worker (from 0) of the nth zone (from 0). */
export function workerAddress(
  index: number,
  zone: number,
  worker: number,
): string {
  // 250 to a /24, so that no address ends in 0 or 255.
  return labAddress(
    index,
    1 + zone * 2 + Math.floor(worker / 250),
    1 + (worker % 250),
  );
}

/** The two networks a zone's workers live in; made local to its machine as a whole. */
export function workerNetworks(index: number, zone: number): string[] {
  return [0, 1].map(half => `${labAddress(index, 1 + zone * 2 + half, 0)}/24`);
}

export function bridgeName(index: number): string {
  return `kha${index}`;
}

/** A hardware address that only this data folder gives to its bridge. */
export function bridgeMac(dataFolderOfLab: string): string {
  const digest = createHash('sha256').update(dataFolderOfLab).digest('hex');
  // 02: locally administered, unicast.
  return ['02', ...(digest.match(/../g) ?? []).slice(0, 5)].join(':');
}

/** Index of a free subnet; `taken` are those that were tried in vain. */
export async function freeIndex(taken: ReadonlySet<number>): Promise<number> {
  const addresses = await run('ip', ['-o', '-4', 'address', 'show']);
  for (let index = 0; index < labsAtOnce; index += 1) {
    const used =
      existsSync(`/sys/class/net/${bridgeName(index)}`) ||
      addresses.includes(` ${labAddress(index, 0, 1)}/`);
    if (!used && !taken.has(index)) {
      return index;
    }
  }
  throw new Error(
    `All ${labsAtOnce} subnets of the lab are in use. Run "npm run lab -- down --all", or look at "ip link" for bridges named kha0 to kha${
      labsAtOnce - 1
    }.`,
  );
}

/** Makes the bridge; false if another lab took that name first. */
export async function makeBridge(index: number, mac: string): Promise<boolean> {
  const name = bridgeName(index);
  // The address is part of the creation, so that there is no moment at which the bridge is nobody's.
  const made = await tryRun('ip', [
    'link',
    'add',
    name,
    'address',
    mac,
    'type',
    'bridge',
    'stp_state',
    '0',
    'forward_delay',
    '0',
  ]);
  if (made.code !== 0) {
    if (made.stderr.includes('File exists')) {
      return false;
    }
    throw new Error(`Cannot make bridge ${name}: ${made.stderr.trim()}`);
  }
  await ipBatch([
    `address add ${labAddress(index, 0, 1)}/${prefixLength} dev ${name}`,
    `link set ${name} up`,
  ]);
  return true;
}

/** Whether a bridge exists and is the one this lab made. */
export function ownsBridge(name: string, mac: string): boolean {
  const path = `/sys/class/net/${name}/address`;
  return existsSync(path) && readFileSync(path, 'utf8').trim() === mac;
}

/** Whether a bridge of that name exists that another lab made. */
export function isBridgeOfAnother(name: string, mac: string): boolean {
  return existsSync(`/sys/class/net/${name}`) && !ownsBridge(name, mac);
}

/** Whether bridged packets pass the host's iptables, as they do where Docker is installed. */
export function bridgedTrafficIsFiltered(): boolean {
  const path = '/proc/sys/net/bridge/bridge-nf-call-iptables';
  return existsSync(path) && readFileSync(path, 'utf8').trim() === '1';
}

/** The rule that lets machines of one bridge talk to each other; -I to add, -D to delete. */
export function forwardRule(action: '-I' | '-D', bridge: string): string[] {
  return [
    '-w',
    action,
    'FORWARD',
    '-i',
    bridge,
    '-o',
    bridge,
    '-j',
    'ACCEPT',
    '-m',
    'comment',
    '--comment',
    'kubernetes-ha-lab',
  ];
}

/** Runs several `ip` commands in one process. */
export async function ipBatch(lines: readonly string[]): Promise<void> {
  await run('ip', ['-batch', '-'], { input: `${lines.join('\n')}\n` });
}

/** Takes the host's side of a machine's cable up or down. */
export async function setLink(link: string, up: boolean): Promise<void> {
  await run('ip', ['link', 'set', link, up ? 'up' : 'down']);
}
