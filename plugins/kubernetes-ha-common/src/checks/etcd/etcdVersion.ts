/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { statuses, unread } from './memberReadings';
import { etcdVersionNumber } from './etcdVersionNumber';

/**
 * Whether all members run one version, and one from which the next minor
 * version can be reached. Unit: minor and patch versions.
 * Source: https://etcd.io/docs/v3.7/upgrades/upgrade_3_7/. @public
 */
export const etcdVersion = defineCheck({
  id: 'etcd-version',
  layer: 'etcd',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    maximumSpread: {
      value: 1,
      unit: 'minor versions',
      source:
        'https://etcd.io/docs/v3.6/upgrades/upgrade_3_6/ (one minor at a time)',
    },
    leastPatchOf35: {
      value: 32,
      unit: 'patch version',
      source: 'https://etcd.io/docs/v3.6/upgrades/upgrade_3_6/',
    },
    leastPatchOf36: {
      value: 11,
      unit: 'patch version',
      source: 'https://etcd.io/docs/v3.7/upgrades/upgrade_3_7/',
    },
  },
  runbook: 'RB-ETCD-UPGRADE',
  source: 'https://etcd.io/docs/v3.7/upgrades/upgrade_3_7/',
  evaluate({ values: { etcd }, thresholds }) {
    const readings = statuses(etcd);
    const versions = [
      ...new Set(readings.known.map(({ value }) => value.version)),
    ].sort();
    const numbers = versions.flatMap(text => etcdVersionNumber(text) ?? []);
    const minors = numbers.map(({ major, minor }) => major * 100 + minor);
    const spread = Math.max(...minors) - Math.min(...minors);

    const observed = message('etcd-version.observed', {
      versions,
      members: readings.known.length,
    });
    const required = message('etcd-version.required');
    if (spread > thresholds.maximumSpread) {
      return fail(observed, required, {
        fix: message('etcd-version.fix-spread'),
        subjects: readings.known.map(({ name }) => name),
      });
    }
    if (versions.length > 1) {
      return warn(observed, required, {
        fix: message('etcd-version.fix-mixed'),
        subjects: readings.known.map(({ name }) => name),
      });
    }
    const least: Record<number, number | undefined> = {
      5: thresholds.leastPatchOf35,
      6: thresholds.leastPatchOf36,
    };
    const old = numbers.find(
      ({ major, minor, patch }) => major === 3 && patch < (least[minor] ?? 0),
    );
    if (old) {
      return warn(observed, required, {
        fix: message('etcd-version.fix-patch', {
          target: `3.${old.minor}.${least[old.minor] ?? 0}`,
          next: `3.${old.minor + 1}`,
        }),
        subjects: readings.known.map(({ name }) => name),
      });
    }
    return unread(readings) ?? pass(observed, required);
  },
});
