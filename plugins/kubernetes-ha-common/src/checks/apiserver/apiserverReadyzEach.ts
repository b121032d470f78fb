/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { instanceName, readinessOf } from './instances';

/**
 * Whether every API server says by its own address that it is ready. The HTTP
 * status is the contract; the verbose text is evidence only. The path through
 * the load balancer is judged by `lb-vip-reachable`. Unit: instances.
 * Source: https://kubernetes.io/docs/reference/using-api/health-checks/. @public
 */
export const apiserverReadyzEach = defineCheck({
  id: 'apiserver-readyz-each',
  layer: 'apiserver',
  severity: 'critical',
  stage: 1,
  reads: ['apiServers'],
  consults: ['leases', 'version', 'nodes'],
  thresholds: {
    readyInstances: {
      value: 2,
      unit: 'instances',
      source: '(proposal) one may fail while another serves',
    },
    failedLooks: {
      value: 2,
      unit: 'looks in a row',
      source: '(proposal) one lost look is a hiccup',
    },
  },
  runbook: 'RB-APISERVER-DOWN',
  source: 'https://kubernetes.io/docs/reference/using-api/health-checks/',
  evaluate({ values: { apiServers }, signals, thresholds }) {
    const readiness = [...readinessOf(apiServers, signals)];
    const required = message('apiserver-readyz-each.required', {
      least: thresholds.readyInstances,
    });
    if (readiness.length === 0) {
      return unknown(
        'inconclusive',
        message('apiserver-readyz-each.none'),
        required,
      );
    }
    const down: string[] = [];
    const slipped: string[] = [];
    const untold = readiness.flatMap(([instance, said]) =>
      said.state === 'untold' ? [{ name: instanceName(instance), said }] : [],
    );
    for (const [instance, { state }] of readiness) {
      if (state !== 'not-ready') continue;
      const lasting =
        instance.readyz.consecutiveFailures >= thresholds.failedLooks;
      (lasting ? down : slipped).push(instanceName(instance));
    }
    const ready = readiness.length - down.length - untold.length;
    const observed = message('apiserver-readyz-each.observed', {
      ready: ready - slipped.length,
      instances: readiness.length,
      least: thresholds.readyInstances,
      down,
      slipped,
      untold: untold.map(({ name }) => name),
      answers: readiness
        .filter(([, { state }]) => state === 'not-ready')
        .map(
          ([instance]) =>
            `${instanceName(instance)}: ${
              instance.readyz.status ?? instance.readyz.reason ?? '?'
            }`,
        ),
    });
    const subjects = [...down, ...slipped, ...untold.map(({ name }) => name)];
    const parts = {
      unblocks:
        subjects.length > 0
          ? message('apiserver-readyz-each.unblocks', { instances: subjects })
          : message('apiserver-readyz-each.unblocks-add', {
              least: thresholds.readyInstances,
            }),
      subjects,
    };
    if (ready + untold.length < thresholds.readyInstances) {
      return fail(observed, required, parts);
    }
    if (ready >= thresholds.readyInstances && down.length > 0) {
      return warn(observed, required, parts);
    }
    if (untold.length > 0) {
      return unknown(untold[0].said.reason, observed, required, parts);
    }
    return pass(observed, required);
  },
});
