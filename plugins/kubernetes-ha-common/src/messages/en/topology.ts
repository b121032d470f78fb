/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, list, percent } from '../format';

const unlabelledClause = (names: readonly string[]) =>
  names.length > 0 ? `; without a zone label: ${list(names)}` : '';

/** What the topology checks say. */
export const topology = {
  'topology.no-nodes': () => 'no worker node is Ready',

  'topology.not-zones': (p: { labels: readonly string[] }) =>
    `the zone labels ${list(
      p.labels,
    )} are numbers of fault domains within one data centre, not zones: whether the nodes are in several zones is unknown`,
  'topology.not-zones-fix': () =>
    'run the nodes in a region with availability zones, or, if these are zones of your own, give them names that are not plain numbers',

  'topology-zone-labels.title': () => 'Zone labels of nodes',
  'topology-zone-labels.observed': (p: {
    nodes: number;
    missing: readonly string[];
    deprecated: readonly string[];
  }) =>
    [
      `${p.nodes - p.missing.length - p.deprecated.length} of ${count(
        p.nodes,
        'node',
      )} with a zone label`,
      p.missing.length > 0 ? `without: ${list(p.missing)}` : '',
      p.deprecated.length > 0
        ? `with the deprecated label only: ${list(p.deprecated)}`
        : '',
    ]
      .filter(Boolean)
      .join('; '),
  'topology-zone-labels.required': () =>
    'the label topology.kubernetes.io/zone on every node',
  'topology-zone-labels.fix': (p: { nodes: readonly string[] }) =>
    `label ${list(p.nodes)} with topology.kubernetes.io/zone`,

  'topology-zone-count.title': () => 'Zones with Ready workers',
  'topology-zone-count.observed': (p: {
    zones: readonly string[];
    workers: number;
    unlabelled: readonly string[];
    /** Zones none of whose workers is Ready. Missing in results of earlier versions. */
    lost?: readonly string[];
  }) => {
    const { lost = [] } = p;
    const of = lost.length > 0 ? `${p.zones.length} of ` : '';
    return `${count(p.workers, 'Ready worker')} in ${of}${count(
      p.zones.length + lost.length,
      'zone',
    )}${p.zones.length > 0 ? ` (${list(p.zones)})` : ''}${
      lost.length > 0 ? `; no Ready worker in ${list(lost)}` : ''
    }${unlabelledClause(p.unlabelled)}`;
  },
  'topology-zone-count.required': (p: { zones: number }) =>
    `Ready workers in ${p.zones} zones`,
  'topology-zone-count.fix': (p: { zones: number }) =>
    `bring back or add workers until ${p.zones} zones have Ready workers`,
  'topology-zone-count.fix-labels': (p: { zones: number }) =>
    `label every worker with topology.kubernetes.io/zone, so that ${p.zones} zones can be counted`,

  'topology-cp-zone-spread.title': () => 'Control plane spread over zones',
  'topology-cp-zone-spread.observed': (p: {
    zones: readonly string[];
    machines: number;
    unlabelled: readonly string[];
  }) =>
    `${count(p.machines, 'control-plane machine')} in ${count(
      p.zones.length,
      'known zone',
    )}${p.zones.length > 0 ? ` (${list(p.zones)})` : ''}${unlabelledClause(
      p.unlabelled,
    )}`,
  'topology-cp-zone-spread.required': (p: { zones: number }) =>
    `control-plane machines in ${p.zones} zones`,
  'topology-cp-zone-spread.fix': (p: { zones: number }) =>
    `place control-plane machines in ${p.zones} zones`,
  'topology-cp-zone-spread.fix-labels': (p: { zones: number }) =>
    `label every control-plane node with topology.kubernetes.io/zone, so that ${p.zones} zones can be counted`,
  'topology-cp-zone-spread.unseen': () =>
    'neither control-plane nodes nor API server instances are visible, so their zones are unknown',
  'topology-cp-zone-spread.gke': () =>
    'whether this GKE cluster is regional or zonal is not visible from inside it',

  'topology-balance.title': () => 'Capacity balance over zones',
  'topology-balance.observed': (p: {
    zone: string;
    resource: string;
    share: number;
  }) => `zone ${p.zone} holds ${percent(p.share)} of the ${p.resource}`,
  'topology-balance.required': (p: { share: number }) =>
    `at most ${percent(p.share)} of CPU and memory in one zone`,
  'topology-balance.fix': (p: { zone: string }) =>
    `add capacity in zones other than ${p.zone}`,
  'topology-balance.one-zone': (p: { zone: string }) =>
    `all workers are in zone ${p.zone}; see the check topology-zone-count`,
  'topology-balance.unlabelled': (p: { nodes: readonly string[] }) =>
    `workers without a zone label: ${list(p.nodes)}`,
  'topology-balance.no-capacity': () => 'the workers report no capacity',
} as const;
