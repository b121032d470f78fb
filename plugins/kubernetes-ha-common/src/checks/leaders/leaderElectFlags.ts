/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import type { ComponentInstance } from '../componentFlags';
import { flagsOrAnswer } from '../componentFlagsOutcome';
import { goDurationSeconds } from '../goDuration';
import { fail, pass, unknown, warn } from '../outcome';

const components = ['kube-controller-manager', 'kube-scheduler'] as const;

/** Defaults of leader election. Source: kubernetes/component-base config/v1alpha1/defaults.go */
const DEFAULT_LEASE = '15s';
const DEFAULT_RENEW = '10s';
const DEFAULT_RETRY = '2s';

/** How one copy elects. */
interface Election {
  name: string;
  elects: boolean;
  leaseSeconds: number;
  renewSeconds: number;
  retrySeconds: number;
}

/**
 * Whether copies of the controller-manager and the scheduler elect a leader,
 * and how long a failover takes: at most the lease duration and one retry.
 * Unit: seconds.
 * Source: kubernetes/component-base config/v1alpha1/defaults.go. @public
 */
export const leaderElectFlags = defineCheck({
  id: 'leader-elect-flags',
  layer: 'leaders',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: [],
  consults: ['pods'],
  thresholds: {
    failoverSeconds: { value: 60, unit: 's', source: '(proposal)' },
  },
  runbook: 'RB-LEADER',
  source:
    'https://github.com/kubernetes/component-base/blob/master/config/v1alpha1/defaults.go',
  evaluate(input) {
    const { failoverSeconds } = input.thresholds;
    const required = message('leader-elect-flags.required', {
      failoverSeconds,
    });
    const found = components.map(component => ({
      component,
      flags: flagsOrAnswer(component, input),
    }));
    const elections = found.flatMap(({ component, flags }) =>
      flags.state === 'known'
        ? [
            {
              copies: flags.instances.length,
              all: flags.instances.map(instance => ({
                complete: instance.complete,
                ...electionOf(component, instance),
              })),
            },
          ]
        : [],
    );
    const all = elections.flatMap(({ all: own }) => own);
    const slowest = all.reduce<Election | undefined>(
      (a, b) => (a && failoverOf(a) >= failoverOf(b) ? a : b),
      undefined,
    );
    const alone = elections
      .filter(({ copies }) => copies > 1)
      .flatMap(({ all: own }) => own.filter(({ elects }) => !elects));
    const disordered = all.filter(
      ({ elects, leaseSeconds, renewSeconds, retrySeconds }) =>
        elects && !(leaseSeconds > renewSeconds && renewSeconds > retrySeconds),
    );
    const wrong = [...alone, ...disordered].map(({ name }) => name);
    if (wrong.length > 0) {
      return fail(
        message(
          alone.length > 0
            ? 'leader-elect-flags.off'
            : 'leader-elect-flags.disordered',
          { names: wrong },
        ),
        required,
        {
          fix: message('leader-elect-flags.fix'),
          subjects: wrong,
        },
      );
    }
    for (const { flags } of found) {
      if (flags.state === 'answer') return flags.outcome;
    }
    const inFile = all
      .filter(({ complete }) => !complete)
      .map(({ name }) => name);
    if (inFile.length > 0) {
      return unknown(
        'not-exposed',
        message('leader-elect-flags.in-file', { names: inFile }),
        required,
        { subjects: inFile },
      );
    }
    const observed = message('leader-elect-flags.observed', {
      copies: all.length,
      failoverSeconds: slowest ? failoverOf(slowest) : 0,
    });
    return slowest && failoverOf(slowest) > failoverSeconds
      ? warn(observed, required, {
          fix: message('leader-elect-flags.fix'),
          subjects: [slowest.name],
        })
      : pass(observed, required);
  },
});

function electionOf(component: string, instance: ComponentInstance): Election {
  const { flags } = instance;
  const seconds = (flag: string, byDefault: string) =>
    goDurationSeconds(flags[`leader-elect-${flag}`] ?? byDefault) ?? 0;
  return {
    name: `${component} ${instance.name}`,
    elects: flags['leader-elect'] !== 'false',
    leaseSeconds: seconds('lease-duration', DEFAULT_LEASE),
    renewSeconds: seconds('renew-deadline', DEFAULT_RENEW),
    retrySeconds: seconds('retry-period', DEFAULT_RETRY),
  };
}

/** A standby sees the lease run out, then tries at its next retry. */
function failoverOf({ leaseSeconds, retrySeconds }: Election): number {
  return leaseSeconds + retrySeconds;
}
