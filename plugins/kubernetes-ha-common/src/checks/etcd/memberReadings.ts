/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import type { Detail } from '../../snapshot/signal';
import { message } from '../../messages';
import type { EtcdInfo, EtcdMember } from '../../snapshot/sections/etcd';
import type { Signal, UnknownReason } from '../../snapshot/signal';
import type { Outcome } from '../check';
import { connectionFix, FailedRequest } from '../connectionFix';
import { notApplicable, unknown } from '../outcome';
import { memberName, participation } from './quorum';

/** What is read of a member. Worded in the messages. */
export type ReadingKind =
  | 'status'
  | 'metrics'
  | 'certificates'
  | 'hash'
  | 'membership';

/** One thing read from every member that should be able to tell it. */
export interface MemberReadings<T> {
  kind: ReadingKind;
  known: { name: string; member: EtcdMember; value: T }[];
  /** Running as far as anybody knows, and not read. */
  missing: (FailedRequest & { reason: UnknownReason; detail: Detail })[];
  /** Members that have no such thing, with what says so. */
  absent: { name: string; detail: Detail }[];
}

/**
 * Reads one nested signal of all members. A member that never started or is
 * down has nothing to tell and is left out: `etcd-member-health`,
 * `etcd-quorum-fault-tolerance` and `etcd-learner-stuck` are about those.
 */
export function memberReadings<T>(
  etcd: EtcdInfo,
  kind: ReadingKind,
  pick: (member: EtcdMember) => Signal<T> | undefined,
  members: readonly EtcdMember[] = etcd.members,
): MemberReadings<T> {
  const readings: MemberReadings<T> = {
    kind,
    known: [],
    missing: [],
    absent: [],
  };
  for (const member of members) {
    const name = memberName(member);
    const signal = pick(member);
    if (signal?.state === 'observed') {
      readings.known.push({ name, member, value: signal.value });
    } else if (signal?.state === 'absent') {
      readings.absent.push({ name, detail: detailOf(signal) });
    } else if (member.name !== '' && participation(member) !== 'unhealthy') {
      readings.missing.push({
        name,
        reason: signal?.reason ?? 'not-collected',
        detail: signal ? detailOf(signal) : '',
        failure: signal?.failure,
      });
    }
  }
  return readings;
}

/** The status of every member. */
export function statuses(etcd: EtcdInfo) {
  return memberReadings(etcd, 'status', member => member.status);
}

/**
 * The answer when something that should have been read was not: a check asks
 * after it has found nothing wrong in what was read. Nothing when all is known.
 */
export function unread<T>(readings: MemberReadings<T>): Outcome | undefined {
  const { kind, known, missing, absent } = readings;
  if (known.length === 0 && missing.length === 0 && absent.length > 0) {
    return notApplicable(
      message('etcd.absent.observed', { kind, detail: absent[0].detail }),
    );
  }
  if (known.length > 0 && missing.length === 0) return undefined;
  const members = missing.map(({ name }) => name);
  const fix = connectionFix('etcd', missing);
  return unknown(
    missing[0]?.reason ?? 'inconclusive',
    missing.length > 0
      ? message('etcd.unread.observed', {
          kind,
          members,
          reason: missing[0].reason,
          detail: missing[0].detail,
        })
      : message('etcd.none-running.observed', { kind }),
    message('etcd.unread.required', { kind }),
    { subjects: members, ...(fix && { fix }) },
  );
}
