/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { leaseAgeSeconds } from '../apiserver/identityLeases';
import { isProviderRun } from '../apiserver/providerRun';
import type { CheckInput, Outcome } from '../check';
import { fail, pass, unknown, warn } from '../outcome';

/** Defaults of leader election. Source: kubernetes/component-base config/v1alpha1/defaults.go */
const source = 'kubernetes/component-base config/v1alpha1/defaults.go';

/** Thresholds of the lease checks. */
export const leaseThresholds = {
  renewDeadlineSeconds: { value: 10, unit: 's', source },
  leaseDurationSeconds: { value: 15, unit: 's', source },
} as const;

/** Codes of the sentences of a lease check. */
type LeaseCheckId = 'kcm-lease-fresh' | 'scheduler-lease-fresh';

/**
 * Whether the leader of a component goes on renewing its Lease. Judged by the
 * Lease's own duration; a longer one moves the renew deadline with it.
 */
export function judgeLease(
  id: LeaseCheckId,
  leaseName: string,
  {
    values: { leases },
    thresholds,
    cluster,
  }: CheckInput<'leases', keyof typeof leaseThresholds>,
): Outcome {
  const lease = leases.leases.find(
    ({ namespace, name }) => namespace === 'kube-system' && name === leaseName,
  );
  const duration = lease?.durationSeconds ?? thresholds.leaseDurationSeconds;
  const deadline =
    thresholds.renewDeadlineSeconds *
    Math.max(1, duration / thresholds.leaseDurationSeconds);
  const required = message(`${id}.required`, {
    deadlineSeconds: deadline,
    durationSeconds: duration,
  });
  const parts = { unblocks: message(`${id}.unblocks`), subjects: [leaseName] };
  if (!lease) {
    const missing = message(`${id}.missing`);
    return isProviderRun(cluster)
      ? unknown('not-found', missing, required, parts)
      : fail(missing, required, parts);
  }
  const age = leaseAgeSeconds(lease, leases);
  // A leader that leaves in order empties the holder.
  if (age === undefined || !lease.holder) {
    return fail(message(`${id}.released`), required, parts);
  }
  const observed = message(`${id}.observed`, {
    holder: lease.holder,
    ageSeconds: age,
  });
  if (age <= deadline) return pass(observed, required);
  return (age <= duration ? warn : fail)(observed, required, parts);
}
