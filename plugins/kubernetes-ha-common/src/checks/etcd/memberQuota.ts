/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { EtcdInfo, EtcdMember } from '../../snapshot/sections/etcd';
import type { Outcome } from '../check';
import { componentFlags } from '../componentFlags';
import { notApplicable, unknown } from '../outcome';

/**
 * The space quota of a member in bytes, negative when it is switched off
 * (etcd server/storage/quota.go). It is told by the member (etcd ≥ 3.6), by its
 * metrics, or by a flag that all etcd static pods agree on. When none does,
 * nothing is assumed: the default is 2 GiB, many set 8 GiB, and a
 * configuration file or the environment may say otherwise.
 */
export function memberQuotaBytes(
  member: EtcdMember,
  signals: Readonly<Sections>,
): number | undefined {
  const { status, metrics } = member;
  if (status.state === 'observed' && status.value.dbSizeQuotaBytes) {
    return status.value.dbSizeQuotaBytes;
  }
  if (metrics.state === 'observed') {
    const quota = metrics.value.latest.values.etcd_server_quota_backend_bytes;
    if (quota) return quota;
  }
  return quotaFlagBytes(signals);
}

function quotaFlagBytes(signals: Readonly<Sections>): number | undefined {
  const flags = componentFlags('etcd', signals);
  if (flags.state !== 'known') return undefined;
  // Given a configuration file, etcd ignores its flags.
  if (!flags.instances.every(({ complete }) => complete)) return undefined;
  const given = new Set(
    flags.instances.map(instance => instance.flags['quota-backend-bytes']),
  );
  const [only] = given;
  if (given.size !== 1 || only === undefined) return undefined;
  const value = Number(only);
  return Number.isInteger(value) && value !== 0 ? value : undefined;
}

/** The smallest quota over all members; undefined as long as none is known. */
export function smallestQuotaBytes(
  etcd: EtcdInfo,
  signals: Readonly<Sections>,
): number | undefined {
  const quotas = etcd.members.flatMap(
    member => memberQuotaBytes(member, signals) ?? [],
  );
  const limits = quotas.filter(quota => quota > 0);
  if (limits.length > 0) return Math.min(...limits);
  return quotas[0];
}

/** The answer when no quota is known for the named members. */
export function quotaUnknown(members: readonly string[]): Outcome {
  return unknown(
    'not-exposed',
    message('etcd.quota-unknown.observed', { members }),
    message('etcd.quota-unknown.required'),
    {
      fix: message('etcd.quota-unknown.fix'),
      subjects: members,
    },
  );
}

/** The answer where the quota is switched off: there is no limit to come near to. */
export function quotaOff(): Outcome {
  return notApplicable(message('etcd.quota-off.observed'));
}
