/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { statuses, unread } from './memberReadings';
import { memberQuotaBytes, quotaOff, quotaUnknown } from './memberQuota';

/**
 * How full the fullest member's database is against its quota; at the quota
 * etcd takes no more writes. Unit: share of the quota.
 * Source: https://github.com/openshift/cluster-etcd-operator/blob/main/jsonnet/custom.libsonnet (etcdDatabaseQuotaLowSpace). @public
 */
export const etcdDbQuota = defineCheck({
  id: 'etcd-db-quota',
  layer: 'etcd',
  severity: 'critical',
  kind: 'design',
  stage: 1,
  reads: ['etcd'],
  consults: ['pods'],
  thresholds: {
    warnRatio: {
      value: 0.75,
      unit: 'ratio',
      source:
        'openshift/cluster-etcd-operator jsonnet/custom.libsonnet (etcdDatabaseQuotaLowSpace warning)',
    },
    failRatio: {
      value: 0.85,
      unit: 'ratio',
      source:
        'openshift/cluster-etcd-operator jsonnet/custom.libsonnet (etcdDatabaseQuotaLowSpace critical)',
    },
  },
  runbook: 'RB-ETCD-NOSPACE',
  source:
    'https://github.com/openshift/cluster-etcd-operator/blob/main/jsonnet/custom.libsonnet',
  evaluate({ values: { etcd }, signals, thresholds }) {
    const readings = statuses(etcd);
    const members = readings.known.map(({ name, member, value }) => ({
      name,
      sizeBytes: value.dbSizeBytes,
      quotaBytes: memberQuotaBytes(member, signals),
    }));
    const limited = members
      .flatMap(({ name, sizeBytes, quotaBytes }) =>
        quotaBytes !== undefined && quotaBytes > 0
          ? [{ name, sizeBytes, quotaBytes, ratio: sizeBytes / quotaBytes }]
          : [],
      )
      .sort((a, b) => b.ratio - a.ratio);
    const withoutQuota = members
      .filter(({ quotaBytes }) => quotaBytes === undefined)
      .map(({ name }) => name);

    const fullest = limited[0];
    if (fullest) {
      const observed = message('etcd-db-quota.observed', {
        member: fullest.name,
        sizeBytes: fullest.sizeBytes,
        quotaBytes: fullest.quotaBytes,
        ratio: fullest.ratio,
      });
      const required = message('etcd-db-quota.required', {
        warnRatio: thresholds.warnRatio,
      });
      const full = limited.filter(({ ratio }) => ratio >= thresholds.warnRatio);
      const parts = {
        fix: message('etcd-db-quota.fix'),
        subjects: full.map(({ name }) => name),
      };
      if (fullest.ratio >= thresholds.failRatio) {
        return fail(observed, required, parts);
      }
      if (full.length > 0) return warn(observed, required, parts);
      const gap = unread(readings);
      if (gap) return gap;
      if (withoutQuota.length === 0) return pass(observed, required);
    }
    const gap = unread(readings);
    if (gap) return gap;
    return withoutQuota.length > 0 ? quotaUnknown(withoutQuota) : quotaOff();
  },
});
