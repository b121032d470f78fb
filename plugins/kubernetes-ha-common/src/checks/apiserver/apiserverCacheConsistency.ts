/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { counterIncrease, SeriesIncrease } from '../counterIncrease';
import { fail, notApplicable, pass, unknown } from '../outcome';
import { apiServerCounters } from './apiServerMetrics';
import { isAtLeast } from './kubernetesMinor';

const FAMILY = 'apiserver_storage_consistency_checks_total';

/** DetectCacheInconsistency is on by default since then. */
const SINCE_MINOR = 34;

/**
 * Whether the API servers' caches agree with etcd. One that does not shows
 * clients a world that is not there. Unit: failed comparisons.
 * Source: kubernetes/apiserver pkg/features (DetectCacheInconsistency). @public
 */
export const apiserverCacheConsistency = defineCheck({
  id: 'apiserver-cache-consistency',
  layer: 'apiserver',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['apiServers', 'version'],
  thresholds: {
    failures: { value: 0, unit: 'comparisons', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-CORRUPT',
  source:
    'https://github.com/kubernetes/apiserver/blob/master/pkg/features/kube_features.go',
  evaluate({ values: { apiServers, version }, thresholds }) {
    if (isAtLeast(version.gitVersion, SINCE_MINOR) === false) {
      return notApplicable(
        message('apiserver-cache-consistency.too-old', {
          version: version.gitVersion,
        }),
      );
    }
    const read = apiServerCounters(apiServers);

    const required = message('apiserver-cache-consistency.required');
    const readings = read.instances.map(({ name, counters }) => {
      const { series, seconds } = counterIncrease(counters, FAMILY);
      return {
        name,
        series: series.length,
        seconds,
        // `error`: a digest could not be computed, so nothing was compared.
        // Source: kubernetes/apiserver pkg/storage/cacher/delegator.go
        failures: grown(
          series,
          status => !['success', 'error'].includes(status),
        ),
        compared: grown(series, status => status !== 'error'),
        errors: grown(series, status => status === 'error'),
      };
    });
    const failing = readings.filter(
      ({ failures }) => failures > thresholds.failures,
    );
    const observed = message('apiserver-cache-consistency.observed', {
      failures: failing.reduce((sum, { failures }) => sum + failures, 0),
      compared: readings.reduce((sum, { compared }) => sum + compared, 0),
      instances: failing.map(({ name }) => name),
    });
    if (failing.some(({ seconds }) => seconds !== undefined)) {
      return fail(observed, required, {
        fix: message('apiserver-cache-consistency.fix', {
          instances: failing.map(({ name }) => name),
        }),
        subjects: failing.map(({ name }) => name),
      });
    }
    if (failing.length > 0) {
      // Counted since the start of the process: the next reading tells whether it goes on.
      return unknown('not-collected', observed, required, {
        fix: message('apiserver.second-reading'),
        subjects: failing.map(({ name }) => name),
      });
    }
    const silent = readings
      .filter(({ series }) => series === 0)
      .map(({ name }) => name);
    if (silent.length > 0) {
      return unknown(
        'inconclusive',
        message('apiserver-cache-consistency.uncounted', { instances: silent }),
        required,
        { subjects: silent },
      );
    }
    const erring = readings
      .filter(({ errors, compared }) => errors > 0 && compared === 0)
      .map(({ name }) => name);
    if (erring.length > 0) {
      return unknown(
        'inconclusive',
        message('apiserver-cache-consistency.errors', { instances: erring }),
        required,
        { subjects: erring },
      );
    }
    return read.unread ?? pass(observed, required);
  },
});

function grown(
  series: readonly SeriesIncrease[],
  counts: (status: string) => boolean,
): number {
  return series
    .filter(({ labels }) => counts(labels.status ?? ''))
    .reduce((sum, { increase }) => sum + increase, 0);
}
