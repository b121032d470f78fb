/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { statuses, unread } from './memberReadings';
import { memberQuotaBytes } from './memberQuota';

/**
 * Share of the database file that compaction has freed and only a
 * defragmentation gives back. Unit: share of the file.
 * Source: https://github.com/openshift/cluster-etcd-operator/blob/main/pkg/operator/defragcontroller/defragcontroller.go. @public
 */
export const etcdFragmentation = defineCheck({
  id: 'etcd-fragmentation',
  layer: 'etcd',
  severity: 'medium',
  kind: 'design',
  stage: 4,
  reads: ['etcd'],
  consults: ['pods'],
  thresholds: {
    fragmentedRatio: {
      value: 0.45,
      unit: 'ratio',
      source:
        'openshift/cluster-etcd-operator pkg/operator/defragcontroller/defragcontroller.go (maxFragmentedPercentage)',
    },
    minimumBytes: {
      value: 100 * 1024 ** 2,
      unit: 'bytes',
      source:
        'openshift/cluster-etcd-operator pkg/operator/defragcontroller/defragcontroller.go (minDefragBytes)',
    },
    nearQuotaRatio: {
      value: 0.8,
      unit: 'ratio',
      source: 'ahrtr/etcd-defrag README (defragmentation rule)',
    },
  },
  runbook: 'RB-ETCD-NOSPACE',
  source:
    'https://github.com/openshift/cluster-etcd-operator/blob/main/pkg/operator/defragcontroller/defragcontroller.go',
  evaluate({ values: { etcd }, signals, thresholds }) {
    const readings = statuses(etcd);
    const members = readings.known
      .map(({ name, member, value }) => {
        const quotaBytes = memberQuotaBytes(member, signals) ?? 0;
        return {
          name,
          sizeBytes: value.dbSizeBytes,
          freeBytes: value.dbSizeBytes - value.dbSizeInUseBytes,
          ratio:
            value.dbSizeBytes > 0
              ? 1 - value.dbSizeInUseBytes / value.dbSizeBytes
              : 0,
          nearQuota:
            quotaBytes > 0 &&
            value.dbSizeBytes > thresholds.nearQuotaRatio * quotaBytes,
        };
      })
      .sort((a, b) => b.ratio - a.ratio);
    const fragmented = members.filter(
      ({ ratio }) => ratio >= thresholds.fragmentedRatio,
    );
    const required = message('etcd-fragmentation.required', {
      fragmentedRatio: thresholds.fragmentedRatio,
      minimumBytes: thresholds.minimumBytes,
    });
    const say = (worst: (typeof members)[number]) =>
      message('etcd-fragmentation.observed', {
        member: worst.name,
        freeBytes: worst.freeBytes,
        sizeBytes: worst.sizeBytes,
        ratio: worst.ratio,
      });
    const answer = (
      status: typeof fail | typeof warn,
      worth: typeof members,
    ) => {
      const names = worth.map(({ name }) => name);
      return status(say(worth[0]), required, {
        fix: message('etcd-fragmentation.fix', { members: names }),
        subjects: names,
      });
    };

    const urgent = fragmented.filter(({ nearQuota }) => nearQuota);
    if (urgent.length > 0) return answer(fail, urgent);
    const worth = fragmented.filter(
      ({ sizeBytes }) => sizeBytes >= thresholds.minimumBytes,
    );
    if (worth.length > 0) return answer(warn, worth);
    return unread(readings) ?? pass(say(members[0]), required);
  },
});
