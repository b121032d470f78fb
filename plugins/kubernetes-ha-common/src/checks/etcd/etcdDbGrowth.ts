/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { trendPerSecond } from './linearTrend';
import { quotaOff, quotaUnknown, smallestQuotaBytes } from './memberQuota';
import { memberName } from './quorum';

/**
 * When the data in use will reach the quota if it grows on as it does. Unit: seconds.
 * Free pages of the file are used again first, so it is the data in use that counts.
 * Source: https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet (etcdExcessiveDatabaseGrowth). @public
 */
export const etcdDbGrowth = defineCheck({
  id: 'etcd-db-growth',
  layer: 'etcd',
  severity: 'high',
  kind: 'design',
  stage: 4,
  reads: ['etcd'],
  consults: ['pods'],
  thresholds: {
    failSeconds: {
      value: 14_400,
      unit: 's',
      source:
        'etcd contrib/mixin/alerts/alerts.libsonnet (etcdExcessiveDatabaseGrowth, 4 h)',
    },
    warnSeconds: { value: 86_400, unit: 's', source: '(proposal)' },
    // The alert upstream looks at four hours; with less, only growth that shows counts.
    fullHistorySeconds: {
      value: 14_400,
      unit: 's',
      source:
        'etcd contrib/mixin/alerts/alerts.libsonnet (etcdExcessiveDatabaseGrowth, 4 h)',
    },
    minimumHistorySeconds: { value: 1800, unit: 's', source: '(proposal)' },
    /** Growth over a short history, as a share of the quota, that is more than noise. */
    measurableRatio: { value: 0.01, unit: 'ratio', source: '(proposal)' },
    /** Below this share of the quota a history too short for a trend is no worry. */
    roomyRatio: { value: 0.5, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-NOSPACE',
  source:
    'https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet',
  evaluate({ values: { etcd }, signals, thresholds }) {
    const quotaBytes = smallestQuotaBytes(etcd, signals);
    if (quotaBytes === undefined) {
      return quotaUnknown(etcd.members.map(memberName));
    }
    if (quotaBytes < 0) return quotaOff();

    const required = message('etcd-db-growth.required', {
      warnSeconds: thresholds.warnSeconds,
    });
    const first = etcd.sizeHistory[0];
    const last = etcd.sizeHistory[etcd.sizeHistory.length - 1];
    if (!last) {
      return unknown(
        'inconclusive',
        message('etcd-db-growth.no-history'),
        required,
      );
    }
    const usedBytes = last.dbSizeInUseBytes;
    const readings = etcd.sizeHistory.map(({ at, dbSizeInUseBytes }) => ({
      seconds: (Date.parse(at) - Date.parse(first.at)) / 1000,
      value: dbSizeInUseBytes,
    }));
    const seenSeconds = readings[readings.length - 1].seconds;

    if (seenSeconds < thresholds.minimumHistorySeconds) {
      const observed = message('etcd-db-growth.short-history', {
        usedBytes,
        quotaBytes,
        seenSeconds,
      });
      return usedBytes < thresholds.roomyRatio * quotaBytes
        ? pass(observed, required)
        : unknown('inconclusive', observed, required, {
            fix: message('etcd-db-growth.fix-wait', {
              minimumSeconds: thresholds.minimumHistorySeconds,
            }),
          });
    }

    const bytesPerSecond = trendPerSecond(readings) ?? 0;
    const measurable =
      seenSeconds >= thresholds.fullHistorySeconds ||
      bytesPerSecond * seenSeconds >= thresholds.measurableRatio * quotaBytes;
    if (bytesPerSecond <= 0 || !measurable) {
      return pass(
        message('etcd-db-growth.steady', {
          usedBytes,
          quotaBytes,
          seenSeconds,
        }),
        required,
      );
    }
    const leftSeconds = Math.max(0, quotaBytes - usedBytes) / bytesPerSecond;
    const observed = message('etcd-db-growth.observed', {
      usedBytes,
      quotaBytes,
      bytesPerHour: bytesPerSecond * 3600,
      leftSeconds,
      seenSeconds,
    });
    const parts = { fix: message('etcd-db-growth.fix') };
    if (leftSeconds < thresholds.failSeconds) {
      return fail(observed, required, parts);
    }
    if (leftSeconds < thresholds.warnSeconds) {
      return warn(observed, required, parts);
    }
    return pass(observed, required);
  },
});
