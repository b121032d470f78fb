/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bytes, count, duration, list, percent, round } from '../format';

/** Milliseconds with at most one decimal: `7.3 ms`. */
const ms = (seconds: number) => `${round(seconds * 1000, 1)} ms`;

const over = (windowSeconds: number) =>
  windowSeconds > 0
    ? `over the last ${duration(windowSeconds)}`
    : 'since it started';

/** The sentence of both disk latency checks. */
const p99 = (p: {
  member: string;
  p99Seconds: number;
  windowSeconds: number;
  slow: readonly string[];
}) =>
  `99th percentile ${ms(p.p99Seconds)} on ${p.member} ${over(p.windowSeconds)}${
    p.slow.length > 1 ? `; ${p.slow.length} members are slow` : ''
  }`;

const orShare = (share: number | undefined) =>
  share === undefined ? '' : ` or ${percent(share)} of its lifetime`;

/** What the etcd checks of size, disk, data and certificates say. */
export const etcdStorage = {
  'etcd-db-quota.title': () => 'etcd database size against quota',
  'etcd-db-quota.observed': (p: {
    member: string;
    sizeBytes: number;
    quotaBytes: number;
    ratio: number;
  }) =>
    `${p.member} uses ${bytes(p.sizeBytes)} of ${bytes(
      p.quotaBytes,
    )} (${percent(p.ratio)})`,
  'etcd-db-quota.required': (p: { warnRatio: number }) =>
    `less than ${percent(p.warnRatio)} of the quota on every member`,
  'etcd-db-quota.fix': () =>
    'find what fills the etcd database, compact it, defragment the members one at a time; at the quota etcd rejects writes',

  'etcd-db-growth.title': () => 'etcd database growth',
  'etcd-db-growth.observed': (p: {
    usedBytes: number;
    quotaBytes: number;
    bytesPerHour: number;
    leftSeconds: number;
    seenSeconds: number;
  }) =>
    `${bytes(p.usedBytes)} in use, growing by ${bytes(
      Math.round(p.bytesPerHour),
    )} per hour: reaches the quota of ${bytes(p.quotaBytes)} in ${duration(
      p.leftSeconds,
    )} (observed for ${duration(p.seenSeconds)})`,
  'etcd-db-growth.steady': (p: {
    usedBytes: number;
    quotaBytes: number;
    seenSeconds: number;
  }) =>
    `${bytes(p.usedBytes)} of ${bytes(
      p.quotaBytes,
    )} in use, no growth in the last ${duration(p.seenSeconds)}`,
  'etcd-db-growth.short-history': (p: {
    usedBytes: number;
    quotaBytes: number;
    seenSeconds: number;
  }) =>
    `${bytes(p.usedBytes)} of ${bytes(
      p.quotaBytes,
    )} in use; observed for ${duration(p.seenSeconds)}, too short for a trend`,
  'etcd-db-growth.no-history': () =>
    'the database size has not been observed yet',
  'etcd-db-growth.required': (p: { warnSeconds: number }) =>
    `the quota is not reached within ${duration(p.warnSeconds)}`,
  'etcd-db-growth.fix': () =>
    'find the resource with the most objects (metric apiserver_resource_objects), then compact and defragment etcd',
  'etcd-db-growth.fix-wait': (p: { minimumSeconds: number }) =>
    `wait until the size has been observed for ${duration(p.minimumSeconds)}`,

  'etcd-quota-config.title': () => 'etcd quota configuration',
  'etcd-quota-config.observed': (p: {
    smallestBytes: number;
    largestBytes: number;
    sizeBytes: number;
  }) =>
    `quota ${
      p.smallestBytes === p.largestBytes
        ? bytes(p.smallestBytes)
        : `from ${bytes(p.smallestBytes)} to ${bytes(
            p.largestBytes,
          )}, not the same on all members`
    }; the database is ${bytes(p.sizeBytes)}`,
  'etcd-quota-config.off': (p: { members: readonly string[] }) =>
    `the quota is switched off on ${list(
      p.members,
    )}: only a full disk stops it`,
  'etcd-quota-config.over-memory': (p: {
    member: string;
    quotaBytes: number;
    memoryBytes: number;
  }) =>
    `the quota of ${p.member} is ${bytes(
      p.quotaBytes,
    )}, and its node has ${bytes(p.memoryBytes)} of memory for all its pods`,
  'etcd-quota-config.required': (p: {
    minimumBytes: number;
    maximumBytes: number;
    sizeFactor: number;
  }) =>
    `the same on all members, from ${bytes(p.minimumBytes)} to ${bytes(
      p.maximumBytes,
    )}, at least ${
      p.sizeFactor
    } times the database size and within the memory of the node`,
  'etcd-quota-config.fix': (p: { minimumBytes: number }) =>
    `set --quota-backend-bytes of etcd to the same value on all members, ${bytes(
      p.minimumBytes,
    )} or more`,
  'etcd-quota-config.fix-memory': () =>
    'lower --quota-backend-bytes of etcd or give the node more memory: etcd maps the whole database into memory',

  'etcd-fragmentation.title': () => 'etcd reclaimable space',
  'etcd-fragmentation.observed': (p: {
    member: string;
    freeBytes: number;
    sizeBytes: number;
    ratio: number;
  }) =>
    `${p.member}: ${bytes(p.freeBytes)} of ${bytes(
      p.sizeBytes,
    )} are free pages (${percent(p.ratio)})`,
  'etcd-fragmentation.required': (p: {
    fragmentedRatio: number;
    minimumBytes: number;
  }) =>
    `less than ${percent(
      p.fragmentedRatio,
    )} free pages in a database of ${bytes(p.minimumBytes)} or more`,
  'etcd-fragmentation.fix': (p: { members: readonly string[] }) =>
    `defragment ${list(p.members)}, one at a time and the leader last`,

  'etcd-fsync-p99.title': () => 'etcd WAL fsync latency',
  'etcd-fsync-p99.observed': p99,
  'etcd-fsync-p99.required': (p: { warnSeconds: number }) =>
    `99th percentile of WAL fsync under ${ms(p.warnSeconds)} on every member`,
  'etcd-fsync-p99.fix': () =>
    'give etcd a disk of its own (SSD or NVMe) and move other I/O away from it',

  'etcd-commit-p99.title': () => 'etcd backend commit latency',
  'etcd-commit-p99.observed': p99,
  'etcd-commit-p99.required': (p: { warnSeconds: number }) =>
    `99th percentile of backend commit under ${ms(
      p.warnSeconds,
    )} on every member`,
  'etcd-commit-p99.fix': () =>
    'give etcd a disk of its own (SSD or NVMe) and move other I/O away from it',

  'etcd-compaction.title': () => 'etcd history compaction',
  'etcd-compaction.by-api-server': (p: { seconds: number }) =>
    `the API servers compact every ${duration(p.seconds)}`,
  'etcd-compaction.by-etcd': (p: { retention: string }) =>
    `etcd compacts by itself (--auto-compaction-retention=${p.retention})`,
  'etcd-compaction.off': () =>
    'neither the API servers nor etcd compact the history',
  'etcd-compaction.unread': (p: { detail: string }) =>
    `the flags that decide are not visible${p.detail ? `: ${p.detail}` : ''}`,
  'etcd-compaction.required': (p: { warnSeconds: number }) =>
    `a compaction at least every ${duration(p.warnSeconds)}`,
  'etcd-compaction.fix': () =>
    'set --etcd-compaction-interval of the API servers to 5m, the default',

  'etcd-request-limit.title': () => 'etcd request size limit',
  'etcd-request-limit.default': () =>
    '--max-request-bytes is not set: the default of etcd applies',
  'etcd-request-limit.observed': (p: { bytes: number }) =>
    `requests of up to ${bytes(p.bytes)} are accepted`,
  'etcd-request-limit.unreadable': (p: { member: string; text: string }) =>
    `--max-request-bytes of ${p.member} is "${p.text}"`,
  'etcd-request-limit.required': (p: { warnBytes: number }) =>
    `at most ${bytes(p.warnBytes)} per request`,
  'etcd-request-limit.fix': () =>
    'remove --max-request-bytes from the flags of etcd and split the large objects',

  'etcd-hash-consistency.title': () => 'etcd data consistency',
  'etcd-hash-consistency.single': () =>
    'etcd has only one voter: there is no other to compare with',
  'etcd-hash-consistency.observed': (p: {
    members: readonly string[];
    revision: number;
  }) => `the same hash on ${list(p.members)} at revision ${p.revision}`,
  'etcd-hash-consistency.differs': (p: {
    members: readonly string[];
    compared: number;
  }) =>
    `different hash at the same revision on ${list(p.members)}, of ${
      p.compared
    } members compared`,
  'etcd-hash-consistency.incomparable': (p: { members: readonly string[] }) =>
    `the hashes of ${list(
      p.members,
    )} are of different revisions and cannot be compared`,
  'etcd-hash-consistency.required': () =>
    'the same hash on every voter at the same revision and compaction',
  'etcd-hash-consistency.fix': (p: { members: readonly string[] }) =>
    `stop automation that writes to the cluster, confirm the hashes, then replace ${list(
      p.members,
    )} with an empty member`,

  'etcd-corruption-checks-on.title': () => 'etcd built-in corruption checks',
  'etcd-corruption-checks-on.on': () =>
    'etcd checks its data at start and at every compaction',
  'etcd-corruption-checks-on.off': (p: {
    gates: readonly string[];
    members: readonly string[];
  }) => `${list(p.gates)} off on ${list(p.members)}`,
  'etcd-corruption-checks-on.removed': (p: {
    flags: readonly string[];
    version: string;
  }) =>
    `etcd ${p.version} does not start with ${list(
      p.flags.map(flag => `--${flag}`),
    )}`,
  'etcd-corruption-checks-on.required': (p: { gates: readonly string[] }) =>
    `${list(p.gates)} on every member`,
  'etcd-corruption-checks-on.fix': (p: { gates: readonly string[] }) =>
    `set --feature-gates=${p.gates
      .map(gate => `${gate}=true`)
      .join(
        ',',
      )} on every etcd member (etcd 3.6 or later; before that the --experimental- flags)`,
  'etcd-corruption-checks-on.fix-removed': () =>
    'remove the --experimental- flags of etcd and set the feature gates before a member restarts',

  'etcd-cert-expiry.title': () => 'etcd certificate expiry',
  'etcd-cert-expiry.observed': (p: {
    member: string;
    endpoint: string;
    subject: string;
    isCa: boolean;
    leftSeconds: number;
    lifetimeSeconds?: number;
    notAfter: string;
    shown: number;
    /** Members whose peer port showed no certificate. */
    peersUnseen?: readonly string[];
  }) =>
    `${p.isCa ? 'CA' : 'certificate'} ${p.subject} of ${p.member} (${
      p.endpoint
    }) ${
      p.leftSeconds > 0
        ? `is valid for ${duration(p.leftSeconds)}${
            p.lifetimeSeconds && p.lifetimeSeconds > 0
              ? ` more, of ${duration(p.lifetimeSeconds)}`
              : ' more'
          }`
        : `expired ${duration(-p.leftSeconds)} ago`
    }, until ${p.notAfter}; first to expire of ${count(
      p.shown,
      'certificate',
    )}${
      p.peersUnseen && p.peersUnseen.length > 0
        ? `; not observed: the peer ports of ${list(p.peersUnseen)}`
        : ''
    }`,
  'etcd-cert-expiry.none-shown': (p: { members: readonly string[] }) =>
    `${list(p.members)} presented no certificate`,
  'etcd-cert-expiry.required': (p: {
    warnDays: number;
    warnShare?: number;
    caWarnDays: number;
    caWarnShare?: number;
  }) =>
    `more than ${p.warnDays} days${orShare(
      p.warnShare,
    )} left on every certificate, ${p.caWarnDays} days${orShare(
      p.caWarnShare,
    )} on a CA`,
  'etcd-cert-expiry.fix': (p: { members: readonly string[] }) =>
    `renew the certificates of etcd on ${list(
      p.members,
    )} (kubeadm certs renew), one member at a time`,
  'etcd-cert-expiry.fix-ca': (p: { members: readonly string[] }) =>
    `plan a new CA: trust both CAs on ${list(
      p.members,
    )}, then reissue the certificates`,
} as const;
