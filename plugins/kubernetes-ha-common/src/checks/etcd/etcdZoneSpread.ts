/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { nextZoneLoss } from '../nextLoss';
import { fail, pass, unknown, warn } from '../outcome';
import { memberNode } from './memberNode';
import { failureDomains } from '../topology/failureDomains';
import { noVoters } from './noVoters';
import { memberName, quorum, voters } from './quorum';

/**
 * Whether the voters that are left decide when any one zone is lost. By where
 * the members are, not by how they are right now. Unit: members.
 * Source: https://github.com/gardener/gardener/blob/master/docs/usage/high-availability/shoot_high_availability.md (consensus needs three zones). @public
 */
export const etcdZoneSpread = defineCheck({
  id: 'etcd-zone-spread',
  layer: 'etcd',
  severity: 'critical',
  kind: 'design',
  stage: 2,
  reads: ['etcd'],
  consults: ['nodes'],
  thresholds: {
    minimumMembers: {
      value: 3,
      unit: 'members',
      source: 'https://etcd.io/docs/v3.6/faq/ (failure tolerance table)',
    },
    zones: {
      value: 3,
      unit: 'zones',
      source:
        'gardener docs/usage/high-availability/shoot_high_availability.md',
    },
  },
  runbook: 'RB-TOPOLOGY',
  source:
    'https://github.com/gardener/gardener/blob/master/docs/usage/high-availability/shoot_high_availability.md',
  evaluate({ values: { etcd }, signals, thresholds }) {
    const all = voters(etcd);
    if (all.length === 0) return noVoters(etcd);

    const byZone = new Map<string, string[]>();
    const unplaced: string[] = [];
    const domains = failureDomains(
      signals.nodes.state === 'observed' ? signals.nodes.value : [],
    );
    for (const member of all) {
      const node = memberNode(member, signals);
      const zone = node?.zone === undefined ? member.zone : domains.of(node);
      const name = memberName(member);
      if (zone) byZone.set(zone, [...(byZone.get(zone) ?? []), name]);
      else unplaced.push(name);
    }
    const required = message('etcd-zone-spread.required', {
      quorum: quorum(all.length),
      voters: all.length,
      zones: thresholds.zones,
    });
    if (unplaced.length > 0 && domains.notZones.length > 0) {
      return unknown(
        'inconclusive',
        message('topology.not-zones', { labels: domains.notZones }),
        required,
        {
          fix: message('topology.not-zones-fix'),
          subjects: unplaced,
        },
      );
    }
    if (unplaced.length > 0) {
      return unknown(
        signals.nodes.state === 'unknown'
          ? signals.nodes.reason
          : 'not-configured',
        message('etcd-zone-spread.unplaced', { members: unplaced }),
        required,
        {
          fix: message('etcd-zone-spread.fix-labels', {
            members: unplaced,
          }),
          subjects: unplaced,
        },
      );
    }

    const zones = [...byZone].sort(
      ([a, inA], [b, inB]) => inB.length - inA.length || (a < b ? -1 : 1),
    );
    const [largestZone, inLargest] = zones[0];
    const observed = message('etcd-zone-spread.observed', {
      spread: zones.map(([zone, names]) => `${zone}: ${names.length}`),
      zone: largestZone,
      left: all.length - inLargest.length,
      voters: all.length,
      quorum: quorum(all.length),
    });
    if (all.length - inLargest.length >= quorum(all.length)) {
      return pass(observed, required);
    }
    const parts = {
      fix: message('etcd-zone-spread.fix', {
        zones: thresholds.zones,
        zone: largestZone,
      }),
      subjects: inLargest,
      nextLoss: nextZoneLoss({
        zone: largestZone,
        voters: inLargest.length,
        total: all.length,
      }),
    };
    // Two zones are all that some sites have: one of them still carries the quorum.
    return zones.length === 2 && all.length >= thresholds.minimumMembers
      ? warn(observed, required, parts)
      : fail(observed, required, parts);
  },
});
