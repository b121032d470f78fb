/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type EtcdMember, EtcdError } from '../etcd/gatewayClient';
import { waitFor } from '../host/waitFor';
import type { Machine } from '../machine/machine';
import {
  flagOf,
  memberOn,
  setEtcdFlags,
  waitUntilServing,
} from './etcdMembers';
import { claims, everyControlPlane } from './claims';
import type { Fault, FaultContext } from './fault';
import { unitFile } from './units';

const prefix = '/lab-fault-fill/';
const mebibyte = 1024 * 1024;
/** A quota above this would take long to fill; it is lowered first. */
const quickQuotaBytes = 256 * mebibyte;

export const fillEtcd: Fault = {
  name: 'fill-etcd',
  description:
    'write to etcd until its quota is used up: NOSPACE on all members, the cluster is read-only (a large quota is lowered first, member by member)',
  parameters: [],

  claims: context =>
    everyControlPlane(context, name => claims.unit(name, 'etcd')),

  async prepare(context) {
    const machines = context.machines('control-plane');
    if (context.profile.controlPlane.flavour !== 'kubeadm') {
      const { dbSizeQuota } = await withMember(context, machines[0], member =>
        member.status(),
      );
      if (Number(dbSizeQuota ?? Infinity) > quickQuotaBytes) {
        throw new Error(
          `The etcd quota of lab ${context.lab.name} is ${dbSizeQuota} bytes and cannot be lowered on profile ${context.profile.name}. Start the lab with --etcd-quota 64Mi.`,
        );
      }
      return { quotas: {} };
    }
    return {
      quotas: Object.fromEntries(
        machines.map(machine => [
          machine.name,
          flagOf(
            readFileSync(unitFile(machine, 'etcd'), 'utf8'),
            'quota-backend-bytes',
          ) ?? '',
        ]),
      ),
    };
  },

  async inject(context) {
    const machines = context.machines('control-plane');
    await withMember(context, machines[0], async member => {
      const { dbSize, dbSizeQuota } = await member.status();
      if (Number(dbSizeQuota ?? Infinity) > quickQuotaBytes) {
        const quota = Number(dbSize) + 24 * mebibyte;
        await setQuotas(context, machines, () => String(quota));
      }
      await fill(member);
      await waitFor(
        async () => {
          const alarms = await member.alarms();
          return alarms.some(({ alarm }) => alarm === 'NOSPACE')
            ? { value: true }
            : { missing: 'no such alarm' };
        },
        { what: 'the NOSPACE alarm', timeoutMs: 30_000 },
      );
    });
  },

  async heal(context, _args, { quotas }) {
    const machines = context.machines('control-plane');
    await withMember(context, machines[0], async member => {
      await member.deletePrefix(prefix);
      const { header } = await member.status();
      await member.compact(header.revision);
    });
    for (const machine of machines) {
      await withMember(context, machine, member => member.defragment());
    }
    await withMember(context, machines[0], async member => {
      for (const alarm of await member.alarms()) {
        await member.disarm(alarm);
      }
    });
    const before = quotas as Record<string, string>;
    await setQuotas(
      context,
      machines.filter(({ name }) => name in before),
      ({ name }) => before[name] || undefined,
    );
  },
};

/** Restarts one member after another: never two away at once. */
async function setQuotas(
  context: FaultContext,
  machines: readonly Machine[],
  quotaOf: (machine: Machine) => string | undefined,
): Promise<void> {
  for (const machine of machines) {
    await setEtcdFlags(machine, {
      'quota-backend-bytes': quotaOf(machine),
    });
    await waitUntilServing(context, machine);
  }
}

async function fill(member: EtcdMember): Promise<void> {
  for (let index = 0; index < 2 * (quickQuotaBytes / mebibyte); index += 1) {
    try {
      // Just under etcd's default request limit of 1.5 MiB; random, as etcd does not compress anyway.
      await member.put(`${prefix}${index}`, randomBytes(mebibyte));
    } catch (error) {
      if (
        error instanceof EtcdError &&
        error.message.includes('database space exceeded')
      ) {
        return;
      }
      throw error;
    }
  }
  throw new Error(
    `etcd took ${
      2 * (quickQuotaBytes / mebibyte)
    } MiB without reaching its quota.`,
  );
}

async function withMember<T>(
  context: FaultContext,
  machine: Machine,
  work: (member: EtcdMember) => Promise<T>,
): Promise<T> {
  const member = memberOn(context, machine);
  try {
    return await work(member);
  } finally {
    member.close();
  }
}
