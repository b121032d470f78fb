/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import { defineCheck } from '../check';
import { flagsOrAnswer } from '../componentFlagsOutcome';
import { goDurationSeconds } from '../goDuration';
import { haproxyPools } from '../loadbalancer/haproxyPools';
import { provenLevel } from '../loadbalancer/provenLevel';
import { fail, pass, warn } from '../outcome';

/**
 * Whether an API server that is told to stop goes on serving until the load
 * balancer has noticed: meanwhile `/readyz` fails and requests succeed. Of use
 * only to a load balancer that asks `/readyz`. Unit: seconds.
 * Source: kubernetes/apiserver pkg/server/options/server_run_options.go (help of --shutdown-delay-duration). @public
 */
export const apiserverGracefulShutdown = defineCheck({
  id: 'apiserver-graceful-shutdown',
  layer: 'apiserver',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: [],
  consults: ['pods', 'apiServers', 'loadBalancers', 'apiPath', 'nodes'],
  thresholds: {
    detectionSeconds: {
      value: 6,
      unit: 's',
      source: 'HAProxy `inter 2000 fall 3`: three failed checks, 2 s apart',
    },
  },
  runbook: 'RB-LB-HEALTHCHECK',
  source:
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  evaluate(input) {
    const flags = flagsOrAnswer('kube-apiserver', input);
    if (flags.state === 'answer') return flags.outcome;
    const { detectionSeconds } = input.thresholds;
    const delays = flags.instances.map(({ name, flags: own }) => ({
      name,
      seconds: goDurationSeconds(own['shutdown-delay-duration'] ?? '0') ?? 0,
    }));
    const shortest = delays.reduce((a, b) => (b.seconds < a.seconds ? b : a));
    const checks = loadBalancerChecks(input.signals);
    const observed = message('apiserver-graceful-shutdown.observed', {
      instance: shortest.name,
      delaySeconds: shortest.seconds,
      checks,
    });
    const required = message('apiserver-graceful-shutdown.required', {
      detectionSeconds,
    });
    if (shortest.seconds >= detectionSeconds) return pass(observed, required);
    const parts = {
      fix: message('apiserver-graceful-shutdown.fix', {
        detectionSeconds,
        checks,
      }),
      subjects: delays
        .filter(({ seconds }) => seconds < detectionSeconds)
        .map(({ name }) => name),
    };
    return checks === 'port' && shortest.seconds === 0
      ? fail(observed, required, parts)
      : warn(observed, required, parts);
  },
});

/** What the load balancers ask of the API servers: `/readyz` (or another page), or only the port. */
function loadBalancerChecks(
  signals: Readonly<Sections>,
): 'page' | 'port' | 'untold' {
  const { loadBalancers } = signals;
  if (loadBalancers.state !== 'observed') return 'untold';
  const found = haproxyPools(loadBalancers.value, signals);
  if (found.state === 'answer') return 'untold';
  const levels = found.pools.known
    .flatMap(({ servers }) => servers)
    .map(provenLevel);
  // One pool that only opens the port sends traffic to a server that is
  // ending, and so does one that takes 401 or 500 for healthy.
  if (
    levels.some(level => level === 'L4' || level === 'L6' || level === 'status')
  ) {
    return 'port';
  }
  return levels.includes('L7') ? 'page' : 'untold';
}
