/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'node:tls';
import type { Lab } from '../src';
import { cgroupFolders, cgroupVersion } from '../src/host/cgroups';
import { tryRun } from '../src/host/exec';
import { KubernetesClient } from '../src/kubernetes/client';
import { binFolder } from '../src/state/paths';

/** Looks at a real system from outside, not at what a fault says of itself. */

/** Ids of the processes of a program on a machine, as text. */
export function processesOf(lab: Lab, machine: string, program: string) {
  return lab
    .machine(machine)
    .processes(program)
    .map(({ pid }) => pid)
    .join(',');
}

/** Whether every process of a program on these machines is stopped (SIGSTOP), and there are some. */
export function areStopped(lab: Lab, machines: string[], program: string) {
  const pids = machines.flatMap(machine =>
    lab
      .machine(machine)
      .processes(program)
      .map(({ pid }) => pid),
  );
  return (
    pids.length >= machines.length &&
    pids.every(pid =>
      /^State:\tT/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')),
    )
  );
}

/** Whether /readyz of one API server, or of the endpoint, answers 200 within two seconds. */
export async function isReady(lab: Lab, machine?: string): Promise<boolean> {
  const own = lab.apiServers.find(({ name }) => name === machine)?.url;
  const { code } = await lab.kubectl([
    `--server=${own ?? lab.endpoint}`,
    '--request-timeout=2s',
    'get',
    '--raw=/readyz',
  ]);
  return code === 0;
}

/** Hours until the certificate that a machine's API server serves ends. */
export function certificateHours(lab: Lab, machine: string): Promise<number> {
  const { hostname, port } = new URL(
    lab.apiServers.find(({ name }) => name === machine)?.url ?? '',
  );
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port),
      rejectUnauthorized: false,
    });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const ends = Date.parse(socket.getPeerCertificate().valid_to);
      socket.destroy();
      resolve((ends - Date.now()) / 3600_000);
    });
  });
}

/** The answer to a GET with the reader's rights. */
export async function readerGets(lab: Lab, path: string): Promise<number> {
  const client = KubernetesClient.fromFile(lab.kubeconfig.reader);
  try {
    return (await client.request('GET', path)).status;
  } finally {
    client.close();
  }
}

/** Whether the kernel holds the machine's processes back for its CPU limit, looked at for a second. */
export async function isThrottled(lab: Lab, machine: string) {
  const { cpu } = cgroupFolders(lab.description.network.bridge, machine);
  const count = () =>
    /^nr_throttled (\d+)$/m.exec(
      readFileSync(join(cpu, 'cpu.stat'), 'utf8'),
    )?.[1];
  const before = count();
  await delay(1_000);
  return count() !== before;
}

/** The limits of disk writes that the kernel keeps for a machine. */
export function writeLimits(lab: Lab, machine: string): string {
  const { blkio } = cgroupFolders(lab.description.network.bridge, machine);
  const file =
    cgroupVersion === 1 ? 'blkio.throttle.write_bps_device' : 'io.max';
  return readFileSync(join(blkio, file), 'utf8').trim();
}

/** Whether a machine's etcd writes to a disk of which the kernel can slow the writes. */
export function isOnDisk(lab: Lab, machine: string): boolean {
  const { dev } = statSync(lab.machine(machine).paths.etcd);
  try {
    statSync(`/sys/dev/block/${Math.floor(dev / 256) % 4096}:${dev % 256}`);
    return true;
  } catch {
    return false;
  }
}

/** Whether all etcd members have the same data at the same revision, by their own hashes. */
export async function hashesAgree(lab: Lab): Promise<boolean> {
  const { endpoints, caFile, certFile, keyFile } = lab.etcd;
  const etcdctl = async (...args: string[]) => {
    const { stdout, stderr, code } = await tryRun(join(binFolder, 'etcdctl'), [
      `--endpoints=${endpoints.join(',')}`,
      `--cacert=${caFile}`,
      `--cert=${certFile}`,
      `--key=${keyFile}`,
      '--write-out=json',
      ...args,
    ]);
    if (code !== 0) {
      throw new Error(stderr);
    }
    return JSON.parse(stdout);
  };
  const states: { Status: { header: { revision: number } } }[] = await etcdctl(
    'endpoint',
    'status',
  );
  const revision = Math.min(
    ...states.map(({ Status }) => Status.header.revision),
  );
  const hashes: { HashKV: { hash: number } }[] = await etcdctl(
    'endpoint',
    'hashkv',
    `--rev=${revision}`,
  );
  return new Set(hashes.map(({ HashKV }) => HashKV.hash)).size === 1;
}
