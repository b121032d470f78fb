/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';

/** Where nodes fail together: the zone within its region. @public */
export interface FailureDomains {
  /** Name of a node's domain; undefined where its labels name none. */
  of(node: Pick<NodeInfo, 'zone' | 'region'>): string | undefined;
  /**
   * Zone labels that are no zones: the fault domains of one data centre, by
   * their numbers. Nodes that bear them have no domain.
   */
  notZones: string[];
}

/** A zone of Azure is `westeurope-1`; where there are none, the label is the number of a fault domain. */
const FAULT_DOMAIN = /^\d{1,2}$/;

/**
 * Failure domains by the labels of all nodes: region *and* zone, for two
 * regions may name their zones alike. A node that names no region is in the
 * one region that has its zone, or else nobody knows.
 *
 * Bare numbers are no zones on Azure, nor where they count from 0 as Azure's
 * fault domains do: racks of one data centre, lost together with it.
 * Source: https://cloud-provider-azure.sigs.k8s.io/topics/availability-zones/,
 * k8s.io/kubernetes pkg/util/node (GetZoneKey: region and zone).
 * @public
 */
export function failureDomains(nodes: readonly NodeInfo[]): FailureDomains {
  const countsFromZero = nodes.some(({ zone }) => zone === '0');
  const areFaultDomains = (node: NodeInfo) =>
    node.zone !== undefined &&
    FAULT_DOMAIN.test(node.zone) &&
    (countsFromZero || isOnAzure(node));
  const notZones = new Set(
    nodes.filter(areFaultDomains).flatMap(({ zone }) => zone ?? []),
  );
  const regionsOf = new Map<string, Set<string>>();
  for (const { zone, region } of nodes) {
    if (zone === undefined || region === undefined) continue;
    const regions = regionsOf.get(zone);
    if (regions) regions.add(region);
    else regionsOf.set(zone, new Set([region]));
  }
  const allRegions = new Set([...regionsOf.values()].flatMap(set => [...set]));
  return {
    notZones: [...notZones].sort(),
    of({ zone, region }) {
      if (zone === undefined || notZones.has(zone)) return undefined;
      const regions = regionsOf.get(zone);
      if (region === undefined && regions && regions.size > 1) {
        return undefined;
      }
      const own = region ?? (regions && [...regions][0]);
      // The region is named where it tells something apart.
      return allRegions.size > 1 && own !== undefined ? `${own}/${zone}` : zone;
    },
  };
}

function isOnAzure({ provider, labels }: NodeInfo): boolean {
  return (
    provider === 'azure' ||
    Object.keys(labels).some(label => label.startsWith('kubernetes.azure.com/'))
  );
}
