/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { flagsOrAnswer } from '../componentFlagsOutcome';
import { fail, pass, warn } from '../outcome';

/**
 * Whether API servers now and then ask clients to connect anew, so that long
 * HTTP/2 connections spread over all of them again after one was away. Unit: share of requests.
 * Source: kubernetes/apiserver pkg/server/options/server_run_options.go (help of --goaway-chance). @public
 */
export const apiserverGoawayChance = defineCheck({
  id: 'apiserver-goaway-chance',
  layer: 'apiserver',
  severity: 'low',
  kind: 'design',
  stage: 1,
  reads: [],
  consults: ['pods', 'apiServers'],
  thresholds: {
    recommended: {
      value: 0.001,
      unit: 'ratio',
      source:
        'kubernetes/apiserver pkg/server/options/server_run_options.go ("0.001 is a recommended starting point")',
    },
  },
  runbook: 'RB-APISERVER-REBALANCE',
  source:
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  evaluate(input) {
    const flags = flagsOrAnswer('kube-apiserver', input);
    if (flags.state === 'answer') return flags.outcome;
    const chances = flags.instances.map(({ name, flags: own }) => ({
      name,
      chance: Number(own['goaway-chance'] ?? 0),
    }));
    const single = chances.length === 1;
    const required = message('apiserver-goaway-chance.required', {
      single,
      recommended: input.thresholds.recommended,
    });
    const without = chances.filter(({ chance }) => !(chance > 0));
    const observed = message('apiserver-goaway-chance.observed', {
      chances: [...new Set(chances.map(({ chance }) => String(chance)))],
      instances: chances.length,
      without: without.map(({ name }) => name),
    });
    if (single) {
      // "Clusters with single apiservers … should NOT enable this": the client has nowhere else to go.
      return chances[0].chance > 0
        ? fail(observed, required, {
            fix: message('apiserver-goaway-chance.fix-single'),
            subjects: [chances[0].name],
          })
        : pass(observed, required);
    }
    return without.length === 0
      ? pass(observed, required)
      : warn(observed, required, {
          fix: message('apiserver-goaway-chance.fix', {
            recommended: input.thresholds.recommended,
          }),
          subjects: without.map(({ name }) => name),
        });
  },
});
