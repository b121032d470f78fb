/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { nodeCondition } from './nodeConditions';
import { hasKubelet } from './nodeKind';
import { failureDomains } from '../topology/failureDomains';

const pressures = ['MemoryPressure', 'DiskPressure', 'PIDPressure'] as const;

/**
 * Nodes that are short of memory, disk or process ids: their kubelets evict
 * pods and the scheduler avoids them.
 * Source: https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/. @public
 */
export const nodePressure = defineCheck({
  id: 'node-pressure',
  layer: 'nodes',
  severity: 'medium',
  kind: 'state',
  stage: 1,
  reads: ['nodes'],
  thresholds: {
    zoneRatio: { value: 0.2, unit: 'ratio', source: '(proposal)' },
    // One node of a small zone is more than a fifth of it and still one node.
    zoneMinimum: { value: 2, unit: 'nodes', source: '(proposal)' },
  },
  runbook: 'RB-NODE-PRESSURE',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  evaluate({ values, thresholds: { zoneRatio, zoneMinimum } }) {
    const nodes = values.nodes.filter(hasKubelet);
    const domains = failureDomains(values.nodes);
    const told = (type: (typeof pressures)[number], status: string) =>
      nodes.filter(node => nodeCondition(node, type)?.status === status);
    const kinds = pressures.filter(type => told(type, 'True').length > 0);
    const pressed = nodes.filter(node =>
      pressures.some(type => nodeCondition(node, type)?.status === 'True'),
    );
    const silent = nodes.filter(node =>
      pressures.some(type => nodeCondition(node, type)?.status === 'Unknown'),
    );
    const names = pressed.map(({ name }) => name);

    const required = message('node-pressure.required', { zoneRatio });
    const observed = message('node-pressure.observed', {
      nodes: nodes.length,
      pressed: names,
      kinds,
      silent: silent.length,
    });
    const parts = {
      fix: message('node-pressure.fix', { nodes: names }),
      subjects: names,
    };
    const worstZone = [...new Set(pressed.map(domains.of))].some(zone => {
      const inZone = nodes.filter(node => domains.of(node) === zone).length;
      const affected = pressed.filter(node => domains.of(node) === zone).length;
      return affected >= zoneMinimum && affected / inZone > zoneRatio;
    });
    if (worstZone) return fail(observed, required, parts);
    if (pressed.length > 0) return warn(observed, required, parts);
    // A node that is not heard from cannot say whether it is short of anything.
    if (silent.length > 0) {
      return unknown('inconclusive', observed, required, {
        subjects: silent.map(({ name }) => name),
      });
    }
    return pass(observed, required);
  },
});
