/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { hasNoMachines, isWorker } from '../nodes/workers';
import { byZone, readyWorkers } from './zones';

/**
 * Zones with workers that are Ready. With two, each must carry everything;
 * with three, half as much more. Unit: zones.
 * Source: https://github.com/gardener/gardener/blob/master/docs/usage/high-availability/shoot_high_availability_best_practices.md. @public
 */
export const topologyZoneCount = defineCheck({
  id: 'topology-zone-count',
  layer: 'topology',
  severity: 'high',
  kind: 'count',
  stage: 2,
  reads: ['nodes'],
  thresholds: {
    warnZones: {
      value: 2,
      unit: 'zones',
      source:
        'gardener docs/usage/high-availability (two zones need twice the capacity)',
    },
    zones: {
      value: 3,
      unit: 'zones',
      source:
        'gardener docs/usage/high-availability (three zones need half as much more)',
    },
  },
  runbook: 'RB-TOPOLOGY',
  source:
    'https://github.com/gardener/gardener/blob/master/docs/usage/high-availability/shoot_high_availability_best_practices.md',
  evaluate({ values: { nodes }, thresholds }) {
    const ready = readyWorkers(nodes);
    const required = message('topology-zone-count.required', {
      zones: thresholds.zones,
    });
    if (nodes.length === 0) {
      return unknown('inconclusive', message('topology.no-nodes'), required);
    }
    if (hasNoMachines(nodes)) {
      return notApplicable(message('workers.no-machines'));
    }
    const {
      zones,
      unlabelled: nodesUnlabelled,
      notZones,
    } = byZone(ready, nodes);
    if (zones.length < thresholds.zones && notZones.length > 0) {
      return unknown(
        'inconclusive',
        message('topology.not-zones', { labels: notZones }),
        required,
        { fix: message('topology.not-zones-fix') },
      );
    }
    const unlabelled = nodesUnlabelled.map(({ name }) => name);
    const isServing = new Set(zones.map(([zone]) => zone));
    // Zones that the cluster is built over, and none of whose workers is Ready.
    const lost = byZone(nodes.filter(isWorker), nodes).zones.filter(
      ([zone]) => !isServing.has(zone),
    );
    const observed = message('topology-zone-count.observed', {
      zones: zones.map(([zone, inZone]) => `${zone}: ${inZone.length}`),
      workers: ready.length,
      unlabelled,
      lost: lost.map(([zone]) => zone),
    });
    if (zones.length >= thresholds.zones) return pass(observed, required);
    const parts = {
      fix: message(
        unlabelled.length > 0
          ? 'topology-zone-count.fix-labels'
          : 'topology-zone-count.fix',
        { zones: thresholds.zones },
      ),
      subjects:
        unlabelled.length > 0
          ? unlabelled
          : lost.flatMap(([, inZone]) => inZone.map(({ name }) => name)),
    };
    // Workers without a label may be in any zone.
    if (unlabelled.length > 0) {
      return unknown('inconclusive', observed, required, parts);
    }
    return zones.length >= thresholds.warnZones
      ? warn(observed, required, parts)
      : fail(observed, required, parts);
  },
});
