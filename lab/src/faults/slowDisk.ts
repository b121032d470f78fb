/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { limitDiskWrites } from '../host/cgroups';
import { claims } from './claims';
import type { Fault, FaultContext } from './fault';
import { controlPlaneMachine, positiveNumber } from './parameters';

export const slowDisk: Fault = {
  name: 'slow-disk',
  description: 'throttle what a machine writes to disk, etcd first of all',
  parameters: [
    controlPlaneMachine,
    {
      name: 'bytesPerSecond',
      description: 'bytes a second',
      defaultValue: () => '20480',
    },
  ],
  claims: (_context, args) => [claims.disk(args.machine)],
  async prepare(context, args) {
    positiveNumber('bytesPerSecond', args.bytesPerSecond);
    return { device: diskOf(context, args.machine) };
  },
  async inject({ lab }, args, { device }) {
    const rate = positiveNumber('bytesPerSecond', args.bytesPerSecond);
    limitDiskWrites(lab.network.bridge, args.machine, String(device), rate);
  },
  async heal({ lab }, args, { device }) {
    limitDiskWrites(
      lab.network.bridge,
      args.machine,
      String(device),
      undefined,
    );
  },
};

/** "major:minor" of the disk with the machine's etcd data; a partition is throttled by its whole disk. */
function diskOf(context: FaultContext, machine: string): string {
  const { dev } = statSync(context.machine(machine).paths.etcd);
  // As glibc's gnu_dev_major and gnu_dev_minor, for numbers that fit 32 bits.
  const major = Math.floor(dev / 256) % 4096;
  const minor = (dev % 256) + Math.floor(dev / 1048576) * 256;
  const sys = `/sys/dev/block/${major}:${minor}`;
  if (!existsSync(sys)) {
    throw new Error(
      `The lab's data folder is on no disk (device ${major}:${minor}), so its writes cannot be throttled. Put KUBERNETES_HA_LAB_DATA on one.`,
    );
  }
  return existsSync(`${sys}/partition`)
    ? readFileSync(`${sys}/../dev`, 'utf8').trim()
    : `${major}:${minor}`;
}
