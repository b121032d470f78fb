/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { hasKubelet } from '../nodes/nodeKind';
import { fail, pass, unknown, warn } from '../outcome';
import { failureDomains } from './failureDomains';

/**
 * Whether every node says in which zone it is. Topology spread leaves out
 * nodes without the label, and nobody can tell what a zone's loss takes.
 * Unit: nodes.
 * Source: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/. @public
 */
export const topologyZoneLabels = defineCheck({
  id: 'topology-zone-labels',
  layer: 'topology',
  severity: 'high',
  kind: 'design',
  stage: 2,
  reads: ['nodes'],
  runbook: 'RB-TOPOLOGY',
  source:
    'https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone',
  evaluate({ values }) {
    const nodes = values.nodes.filter(hasKubelet);
    const required = message('topology-zone-labels.required');
    if (nodes.length === 0) {
      return unknown('inconclusive', message('topology.no-nodes'), required);
    }
    const { notZones } = failureDomains(values.nodes);
    if (notZones.length > 0) {
      return unknown(
        'inconclusive',
        message('topology.not-zones', { labels: notZones }),
        required,
        { fix: message('topology.not-zones-fix') },
      );
    }
    const deprecated = nodes
      .filter(({ zoneFromDeprecatedLabel }) => zoneFromDeprecatedLabel)
      .map(({ name }) => name)
      .sort();
    const missing = nodes
      .filter(
        ({ zone, zoneFromDeprecatedLabel }) =>
          zone === undefined && !zoneFromDeprecatedLabel,
      )
      .map(({ name }) => name)
      .sort();
    const observed = message('topology-zone-labels.observed', {
      nodes: nodes.length,
      missing,
      deprecated,
    });
    if (missing.length === 0 && deprecated.length === 0) {
      return pass(observed, required);
    }
    const subjects = [...missing, ...deprecated];
    const parts = {
      fix: message('topology-zone-labels.fix', { nodes: subjects }),
      subjects,
    };
    // None at all is a cluster in one place; some is a trap for the scheduler.
    return missing.length > 0 && missing.length < nodes.length
      ? fail(observed, required, parts)
      : warn(observed, required, parts);
  },
});
