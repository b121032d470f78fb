/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const root = '/sys/fs/cgroup';
const legacyControllers = ['freezer', 'cpu', 'blkio'] as const;
type Controller = (typeof legacyControllers)[number];

/** One hierarchy per controller (version 1), or one for all (version 2). */
export const cgroupVersion: 1 | 2 = existsSync(join(root, 'freezer')) ? 1 : 2;

/** The control groups of one machine, by controller; under version 2 they are one folder. */
export function cgroupFolders(
  lab: string,
  machine: string,
): Record<Controller, string> {
  const tail = join('kubernetes-ha-lab', lab, machine);
  return cgroupVersion === 1
    ? {
        freezer: join(root, 'freezer', tail),
        cpu: join(root, 'cpu', tail),
        blkio: join(root, 'blkio', tail),
      }
    : {
        freezer: join(root, tail),
        cpu: join(root, tail),
        blkio: join(root, tail),
      };
}

export function makeCgroups(lab: string, machine: string): string[] {
  const folders = [...new Set(Object.values(cgroupFolders(lab, machine)))];
  if (cgroupVersion === 2) {
    const parents = [
      root,
      join(root, 'kubernetes-ha-lab'),
      join(root, 'kubernetes-ha-lab', lab),
    ];
    mkdirSync(parents[2], { recursive: true });
    parents.forEach(enableControllers);
  }
  folders.forEach(folder => mkdirSync(folder, { recursive: true }));
  return folders;
}

/** Removes a group and those of its parents that the lab made and nobody uses any more. */
export function removeCgroup(folder: string): void {
  for (
    let path = folder;
    path.includes('/kubernetes-ha-lab');
    path = join(path, '..')
  ) {
    try {
      rmdirSync(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') {
        // EBUSY and ENOTEMPTY: another machine or lab still lives in it.
        return;
      }
    }
  }
}

/** Stops or continues every process of a machine at once. */
export function setFrozen(lab: string, machine: string, frozen: boolean): void {
  const { freezer } = cgroupFolders(lab, machine);
  if (cgroupVersion === 1) {
    writeFileSync(join(freezer, 'freezer.state'), frozen ? 'FROZEN' : 'THAWED');
  } else {
    writeFileSync(join(freezer, 'cgroup.freeze'), frozen ? '1' : '0');
  }
}

/** Whether all processes of the machine have in fact stopped. */
export function isFrozen(lab: string, machine: string): boolean {
  const { freezer } = cgroupFolders(lab, machine);
  return cgroupVersion === 1
    ? read(freezer, 'freezer.state').trim() === 'FROZEN'
    : read(freezer, 'cgroup.events').includes('frozen 1');
}

/** Limits a machine to a share of one CPU; undefined lifts the limit. Unit: percent. */
export function limitCpu(
  lab: string,
  machine: string,
  percent: number | undefined,
): void {
  const { cpu } = cgroupFolders(lab, machine);
  const periodMicroseconds = 100_000;
  const quota =
    percent === undefined
      ? undefined
      : Math.round((periodMicroseconds * percent) / 100);
  if (cgroupVersion === 1) {
    writeFileSync(join(cpu, 'cpu.cfs_period_us'), `${periodMicroseconds}`);
    writeFileSync(join(cpu, 'cpu.cfs_quota_us'), `${quota ?? -1}`);
  } else {
    writeFileSync(
      join(cpu, 'cpu.max'),
      `${quota ?? 'max'} ${periodMicroseconds}`,
    );
  }
}

/** Limits writes of a machine to a block device ("major:minor"); undefined lifts the limit. Unit: bytes a second. */
export function limitDiskWrites(
  lab: string,
  machine: string,
  device: string,
  bytesPerSecond: number | undefined,
): void {
  const { blkio } = cgroupFolders(lab, machine);
  if (cgroupVersion === 1) {
    writeFileSync(
      join(blkio, 'blkio.throttle.write_bps_device'),
      `${device} ${bytesPerSecond ?? 0}`,
    );
  } else {
    writeFileSync(
      join(blkio, 'io.max'),
      `${device} wbps=${bytesPerSecond ?? 'max'}`,
    );
  }
}

function enableControllers(folder: string): void {
  const available = read(folder, 'cgroup.controllers').split(/\s+/);
  const wanted = ['cpu', 'io'].filter(name => available.includes(name));
  if (wanted.length === 0) {
    return;
  }
  try {
    writeFileSync(
      join(folder, 'cgroup.subtree_control'),
      wanted.map(name => `+${name}`).join(' '),
    );
  } catch {
    // Not delegated to this container: only the slow-cpu and slow-disk faults need it, and they say so themselves.
  }
}

function read(folder: string, file: string): string {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
