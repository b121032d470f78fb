/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { hasNoMachines } from '../nodes/workers';
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
        { unblocks: message('topology.not-zones-unblocks') },
      );
    }
    const unlabelled = nodesUnlabelled.map(({ name }) => name);
    const observed = message('topology-zone-count.observed', {
      zones: zones.map(([zone, inZone]) => `${zone}: ${inZone.length}`),
      workers: ready.length,
      unlabelled,
    });
    if (zones.length >= thresholds.zones) return pass(observed, required);
    const parts = {
      unblocks: message(
        unlabelled.length > 0
          ? 'topology-zone-count.unblocks-labels'
          : 'topology-zone-count.unblocks',
        { zones: thresholds.zones },
      ),
      subjects:
        unlabelled.length > 0 ? unlabelled : zones.map(([zone]) => zone),
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
