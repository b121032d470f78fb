/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { derivedFrom } from '../../snapshot/derivedFrom';
import type { PodInfo } from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';

/** Names in the sentence, and names for links: thousands of pods may wait. */
const NAMED = 3;
const SUBJECTS = 50;

/** How many pods are not finished, and which of them found no node. */
const backlogOf = derivedFrom((pods: readonly PodInfo[]) => {
  let active = 0;
  const unschedulable: { name: string; since: string }[] = [];
  for (const { phase, namespace, name, unschedulableSince } of pods) {
    if (phase === 'Succeeded' || phase === 'Failed') continue;
    active += 1;
    if (!unschedulableSince) continue;
    unschedulable.push({
      name: `${namespace}/${name}`,
      since: unschedulableSince,
    });
  }
  return { active, unschedulable };
});

/**
 * Pods that no node has room for. A few wait for an autoscaler; many, or for
 * long, mean that what fails over finds no place. Unit: pods.
 * Source: kubernetes/kubernetes pkg/scheduler (PodScheduled=False, Unschedulable). @public
 */
export const schedulerBacklog = defineCheck({
  id: 'scheduler-backlog',
  layer: 'leaders',
  severity: 'medium',
  kind: 'state',
  stage: 1,
  reads: ['pods'],
  thresholds: {
    waitingSeconds: { value: 300, unit: 's', source: '(proposal)' },
    longSeconds: { value: 900, unit: 's', source: '(proposal)' },
    failShare: { value: 0.05, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-CAPACITY',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/',
  evaluate({ observed: { pods }, thresholds, nowMs }) {
    const required = message('scheduler-backlog.required', {
      waitingSeconds: thresholds.waitingSeconds,
    });
    const { active, unschedulable } = backlogOf(pods);
    const waiting = unschedulable
      .map(({ name, since }) => ({
        name,
        seconds: (nowMs - Date.parse(since)) / 1000,
      }))
      .filter(({ seconds }) => seconds > thresholds.waitingSeconds)
      .sort((a, b) => b.seconds - a.seconds || (a.name < b.name ? -1 : 1));
    const longest = waiting[0]?.seconds ?? 0;
    const observed = message('scheduler-backlog.observed', {
      waiting: waiting.length,
      pods: active,
      longestSeconds: longest,
      names: waiting.slice(0, NAMED).map(({ name }) => name),
    });
    const parts = {
      fix: message('scheduler-backlog.fix'),
      subjects: waiting.slice(0, SUBJECTS).map(({ name }) => name),
    };
    if (waiting.length > thresholds.failShare * active) {
      return fail(observed, required, parts);
    }
    return longest > thresholds.longSeconds
      ? warn(observed, required, parts)
      : pass(observed, required);
  },
});
