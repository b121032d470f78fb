/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { providerManaged } from '../apiserver/providerManaged';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { FailureDomains, failureDomains } from './failureDomains';

/**
 * Zones over which the control plane is spread. With two, the zone that holds
 * the majority of etcd takes the cluster with it. Unit: zones.
 * Source: https://kubernetes.io/docs/setup/best-practices/multiple-zones/. @public
 */
export const topologyCpZoneSpread = defineCheck({
  id: 'topology-cp-zone-spread',
  layer: 'topology',
  severity: 'critical',
  kind: 'design',
  stage: 2,
  reads: ['nodes'],
  consults: ['apiServers'],
  thresholds: {
    warnZones: {
      value: 2,
      unit: 'zones',
      source: 'https://kubernetes.io/docs/setup/best-practices/multiple-zones/',
    },
    zones: {
      value: 3,
      unit: 'zones',
      source: 'https://kubernetes.io/docs/setup/best-practices/multiple-zones/',
    },
  },
  runbook: 'RB-TOPOLOGY',
  source: 'https://kubernetes.io/docs/setup/best-practices/multiple-zones/',
  evaluate({ values: { nodes }, signals, thresholds, cluster }) {
    const required = message('topology-cp-zone-spread.required', {
      zones: thresholds.zones,
    });
    if (cluster.platform === 'gke') {
      // A regional cluster is spread, a zonal one has a single control plane,
      // and from inside they look alike.
      return unknown(
        'not-configured',
        message('topology-cp-zone-spread.gke'),
        required,
      );
    }
    if (isProviderRun(cluster)) return providerManaged(cluster);
    const domains = failureDomains(nodes);
    const ofNodes = nodes
      .filter(({ controlPlane }) => controlPlane)
      .map(node => ({ name: node.name, zone: domains.of(node) }));
    const places =
      ofNodes.length > 0 || signals.apiServers.state !== 'observed'
        ? ofNodes
        : signals.apiServers.value.map(instance => ({
            name: instance.nodeName ?? instance.address,
            zone: zoneOfInstance(instance, nodes, domains),
          }));
    if (places.length === 0) {
      return unknown(
        'not-exposed',
        message('topology-cp-zone-spread.unseen'),
        required,
      );
    }
    const counts = new Map<string, number>();
    for (const { zone } of places) {
      if (zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
    }
    const unlabelled = places
      .filter(({ zone }) => zone === undefined)
      .map(({ name }) => name)
      .sort();
    const observed = message('topology-cp-zone-spread.observed', {
      zones: [...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([zone, machines]) => `${zone}: ${machines}`),
      machines: places.length,
      unlabelled,
    });
    if (counts.size >= thresholds.zones) return pass(observed, required);
    const parts = {
      fix: message(
        unlabelled.length > 0
          ? 'topology-cp-zone-spread.fix-labels'
          : 'topology-cp-zone-spread.fix',
        { zones: thresholds.zones },
      ),
      subjects:
        unlabelled.length > 0 ? unlabelled : places.map(({ name }) => name),
    };
    // At best, each machine without a label is in a zone of its own.
    const atMost = counts.size + unlabelled.length;
    if (atMost < thresholds.warnZones) return fail(observed, required, parts);
    if (unlabelled.length > 0 && domains.notZones.length > 0) {
      return unknown(
        'inconclusive',
        message('topology.not-zones', { labels: domains.notZones }),
        required,
        { ...parts, fix: message('topology.not-zones-fix') },
      );
    }
    if (unlabelled.length > 0) {
      return unknown('inconclusive', observed, required, parts);
    }
    return counts.size >= thresholds.warnZones
      ? warn(observed, required, parts)
      : fail(observed, required, parts);
  },
});

/** By its node where that is known; else as it was placed when it was found. */
function zoneOfInstance(
  { nodeName, zone }: ApiServerInstance,
  nodes: readonly NodeInfo[],
  domains: FailureDomains,
): string | undefined {
  const node = nodes.find(({ name }) => name === nodeName);
  return node?.zone === undefined ? zone : domains.of(node);
}
