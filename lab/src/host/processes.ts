/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A process beyond doubt: process ids are reused, but not together with their
 * start time (clock ticks since boot, field 22 of /proc/<pid>/stat) and the
 * boot that is counted from.
 */
export interface ProcessIdentity {
  pid: number;
  startTime: string;
  /** /proc/sys/kernel/random/boot_id */
  boot: string;
}

/** A process of a machine, as seen from the host. */
export interface MachineProcess extends ProcessIdentity {
  argv: string[];
}

let thisBoot: string | undefined;

/** Identifies the time since the machine was last started. */
export function bootId(): string {
  thisBoot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return thisBoot;
}

/** Identity of a running process, or undefined if there is none (or only a zombie). */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const stat = readStat(pid);
  return stat && stat.state !== 'Z'
    ? { pid, startTime: stat.startTime, boot: bootId() }
    : undefined;
}

export function isAlive(identity: ProcessIdentity): boolean {
  const now = identityOf(identity.pid);
  return now?.startTime === identity.startTime && now.boot === identity.boot;
}

/** Sends a signal if, and only if, the process is the one that was recorded. Returns whether it was sent. */
export function signalProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
): boolean {
  if (!isAlive(identity)) {
    return false;
  }
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch (error) {
    if (isMissing(error)) {
      return false;
    }
    throw error;
  }
}

/** Ends the process with SIGKILL and waits until it is gone. */
export async function killProcess(identity: ProcessIdentity): Promise<void> {
  signalProcess(identity, 'SIGKILL');
  // The kernel has no event for "a process that is not my child is gone" in Node; 10 s is far beyond what it takes.
  for (let waited = 0; isAlive(identity); waited += 10) {
    if (waited > 10_000) {
      throw new Error(
        `Process ${identity.pid} is still there 10 s after SIGKILL. Look at /proc/${identity.pid}/stack for what holds it.`,
      );
    }
    await delay(10);
  }
}

/** Reads a "pid starttime boot" file that a started process wrote about itself. */
export function readPidFile(path: string): ProcessIdentity | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  const [pid, startTime, boot] = readFileSync(path, 'utf8').trim().split(' ');
  return pid && startTime && boot
    ? { pid: Number(pid), startTime, boot }
    : undefined;
}

/** All processes in the PID namespace of `init`, itself excluded. */
export function processesInNamespaceOf(
  init: ProcessIdentity,
): MachineProcess[] {
  const namespace = pidNamespace(init.pid);
  if (!namespace || !isAlive(init)) {
    return [];
  }
  return runningPids()
    .filter(pid => pid !== init.pid && pidNamespace(pid) === namespace)
    .flatMap(pid => describe(pid) ?? []);
}

/** The first child of a process: for `unshare --fork`, PID 1 of the new namespace. */
export function firstChildOf(parent: ProcessIdentity): number | undefined {
  try {
    const children = readFileSync(
      `/proc/${parent.pid}/task/${parent.pid}/children`,
      'utf8',
    );
    const [first] = children.trim().split(' ').filter(Boolean);
    return first ? Number(first) : undefined;
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Pids of every process whose environment has the entry `marker`; used to report, never to kill. */
export function pidsWithEnvironment(marker: string): number[] {
  return runningPids().filter(pid => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .includes(marker);
    } catch {
      // Gone meanwhile, or a kernel thread: in neither case one of ours.
      return false;
    }
  });
}

function runningPids(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number);
}

function describe(pid: number): MachineProcess | undefined {
  const identity = identityOf(pid);
  if (!identity) {
    return undefined;
  }
  try {
    const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .filter(Boolean);
    return { ...identity, argv };
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function pidNamespace(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    // Gone meanwhile, or not readable: not one of the lab's own processes.
    return undefined;
  }
}

function readStat(
  pid: number,
): { state: string; startTime: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name may hold spaces and brackets; fields are counted from its closing one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startTime: fields[19] };
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ESRCH';
}
