/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message, Message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import type { CheckInput, Outcome } from '../check';
import { componentFlags } from '../componentFlags';
import { leaseAgeSeconds } from '../leaseAge';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';

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
  input: CheckInput<'leases', keyof typeof leaseThresholds>,
): Outcome {
  const { thresholds } = input;
  const { leases } = input.values;
  const lease = leases.leases.find(
    ({ namespace, name }) => namespace === 'kube-system' && name === leaseName,
  );
  // A leader that leaves in order writes a Lease of one second without a
  // holder (client-go leaderelection.go, release): the standbys' duration counts.
  const duration =
    (lease?.holder && lease.durationSeconds) || thresholds.leaseDurationSeconds;
  const deadline =
    thresholds.renewDeadlineSeconds *
    Math.max(1, duration / thresholds.leaseDurationSeconds);
  const required = message(`${id}.required`, {
    deadlineSeconds: deadline,
    durationSeconds: duration,
  });
  const parts = {
    fix: message(`${id}.fix`),
    subjects: [subjectOf(leaseName, lease?.holder)],
  };
  if (!lease) return judgeMissing(id, leaseName, required, input);
  const age = leaseAgeSeconds(lease, leases);
  if (age === undefined) {
    return fail(message(`${id}.released`), required, parts);
  }
  if (age < 0) {
    return unknown(
      'inconclusive',
      message('lease.clock-ahead', {
        lease: `kube-system/${leaseName}`,
        aheadSeconds: -age,
      }),
      required,
      { fix: message('lease.clock-ahead-fix') },
    );
  }
  if (!lease.holder) {
    // An orderly hand-over: a standby takes it at its next retry.
    const observed = message(`${id}.released`);
    return (age <= duration ? warn : fail)(observed, required, parts);
  }
  const observed = message(`${id}.observed`, {
    holder: lease.holder,
    ageSeconds: age,
  });
  if (age <= deadline) return pass(observed, required);
  return (age <= duration ? warn : fail)(observed, required, parts);
}

/**
 * `kube-scheduler/cp-b`: of a Lease that a holder does not renew, with the
 * host that the holder runs on, so that it stands with what else fell there.
 * Source: client-go tools/leaderelection (identity is `<hostname>_<uuid>`)
 */
function subjectOf(leaseName: string, holder: string | undefined): string {
  const host = holder?.split('_')[0];
  return host ? `${leaseName}/${host}` : leaseName;
}

/**
 * No such Lease is a fault only where copies are seen that elect by it: a
 * distribution may keep it in a namespace of its own (OpenShift:
 * openshift-kube-scheduler), and a copy that is alone need not elect.
 */
function judgeMissing(
  id: LeaseCheckId,
  component: string,
  required: Message,
  { signals, cluster }: CheckInput<'leases'>,
): Outcome {
  const flags = componentFlags(component, signals);
  const copies = flags.state === 'known' ? flags.instances : [];
  const [only] = copies;
  if (copies.length === 1 && only.flags['leader-elect'] === 'false') {
    return notApplicable(message('lease.no-election', { component }));
  }
  const mayNotElect = copies.length === 1 && !only.complete;
  const isElsewhere =
    isProviderRun(cluster) || cluster.platform === 'openshift';
  const missing = message(`${id}.missing`);
  const parts = { fix: message(`${id}.fix`), subjects: [component] };
  return copies.length === 0 || mayNotElect || isElsewhere
    ? unknown('not-found', missing, required, parts)
    : fail(missing, required, parts);
}
