/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { hasNoMachines, isWorker } from '../nodes/workers';
import { byZone } from './zones';

/**
 * The largest share of CPU or memory that one zone holds: so much is lost with
 * it. Unit: ratio of allocatable on workers.
 * Source: azure-aks-docs (automatic zone placement caps a zone at 50 %). @public
 */
export const topologyBalance = defineCheck({
  id: 'topology-balance',
  layer: 'topology',
  severity: 'medium',
  kind: 'design',
  stage: 2,
  reads: ['nodes'],
  thresholds: {
    warnShare: {
      value: 0.5,
      unit: 'ratio',
      source: 'azure-aks-docs (automatic zone placement caps a zone at 50 %)',
    },
    failShare: { value: 0.66, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-CAPACITY',
  source:
    'https://learn.microsoft.com/azure/aks/reliability-zone-resiliency-recommendations',
  evaluate({ values: { nodes }, thresholds }) {
    const required = message('topology-balance.required', {
      share: thresholds.warnShare,
    });
    if (hasNoMachines(nodes)) {
      return notApplicable(message('workers.no-machines'));
    }
    // How it is built: a zone that is down holds its share all the same.
    const workers = nodes.filter(isWorker);
    if (workers.length === 0) {
      return unknown('inconclusive', message('topology.no-nodes'), required);
    }
    const {
      zones,
      unlabelled: nodesUnlabelled,
      notZones,
    } = byZone(workers, nodes);
    if (notZones.length > 0) {
      return unknown(
        'inconclusive',
        message('topology.not-zones', { labels: notZones }),
        required,
        { fix: message('topology.not-zones-fix') },
      );
    }
    const unlabelled = nodesUnlabelled.map(({ name }) => name);
    if (unlabelled.length > 0) {
      return unknown(
        'inconclusive',
        message('topology-balance.unlabelled', { nodes: unlabelled }),
        required,
        { subjects: unlabelled },
      );
    }
    if (zones.length < 2) {
      return notApplicable(
        message('topology-balance.one-zone', { zone: zones[0][0] }),
      );
    }
    const shares = (['cpuMillis', 'memoryBytes'] as const).flatMap(resource => {
      const sum = (inZone: typeof workers) =>
        inZone.reduce((all, node) => all + node.allocatable[resource], 0);
      const all = sum(workers);
      if (all <= 0) return [];
      return zones.map(([zone, inZone]) => ({
        zone,
        resource: resource === 'cpuMillis' ? 'CPU' : 'memory',
        share: sum(inZone) / all,
      }));
    });
    if (shares.length === 0) {
      return unknown(
        'invalid-response',
        message('topology-balance.no-capacity'),
        required,
      );
    }
    const largest = shares.reduce((a, b) => (b.share > a.share ? b : a));
    const observed = message('topology-balance.observed', largest);
    if (largest.share <= thresholds.warnShare) return pass(observed, required);
    const parts = {
      fix: message('topology-balance.fix', { zone: largest.zone }),
      subjects: [largest.zone],
    };
    return largest.share > thresholds.failShare
      ? fail(observed, required, parts)
      : warn(observed, required, parts);
  },
});
