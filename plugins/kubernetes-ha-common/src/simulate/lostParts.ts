/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { etcdLayout } from '../checks/apiserver/etcdLayout';
import { memberNode } from '../checks/etcd/memberNode';
import { failureDomains } from '../checks/topology/failureDomains';
import type { Sections } from '../snapshot/clusterSnapshot';
import type { EtcdMember } from '../snapshot/sections/etcd';
import type { NodeInfo } from '../snapshot/sections/inventory';
import type { Loss } from './losses';

/** Whether something goes with a loss; `maybe` where the snapshot does not say where it is. */
export type Goes = 'yes' | 'no' | 'maybe';

/** What a loss takes with it. */
export interface LostParts {
  /** Names of the nodes. */
  nodes: ReadonlySet<string>;
  /** Whether it may take a part of the control plane: a node of it, or a zone with all that is in it. */
  takesControlPlane: boolean;
  /** Whether it may take nodes that are not among `nodes`: with a zone, while others name none. */
  mayTakeMore: boolean;
  member(member: EtcdMember): Goes;
  /** Something at a node, or else in a zone: an API server, a load balancer. */
  placed(place: { nodeName?: string; zone?: string }): Goes;
  balancer(balancer: { name: string; nodeName?: string }): Goes;
}

/** Works out what losses take with them, over one snapshot. */
export class LostPartsReader {
  readonly #controlPlane = new Set<string>();
  readonly #isEtcdExternal: boolean;
  readonly #hasUnplaced: boolean;
  readonly #zoneOf: ReadonlyMap<string, string | undefined>;
  readonly #nodesIn: ReadonlyMap<string, readonly string[]>;
  readonly #nodeOfMember = new Map<EtcdMember, NodeInfo | undefined>();

  constructor(sections: Readonly<Sections>) {
    this.#isEtcdExternal = etcdLayout(sections) === 'external';
    const nodes =
      sections.nodes.state === 'observed' ? sections.nodes.value : [];
    const domains = failureDomains(nodes);
    const zoneOf = new Map<string, string | undefined>();
    const nodesIn = new Map<string, string[]>();
    for (const node of nodes) {
      if (node.controlPlane) this.#controlPlane.add(node.name);
      const zone = domains.of(node);
      zoneOf.set(node.name, zone);
      if (zone === undefined) continue;
      const there = nodesIn.get(zone);
      if (there) there.push(node.name);
      else nodesIn.set(zone, [node.name]);
    }
    this.#zoneOf = zoneOf;
    this.#hasUnplaced = [...zoneOf.values()].includes(undefined);
    this.#nodesIn = nodesIn;
    if (sections.etcd.state !== 'observed') return;
    for (const member of sections.etcd.value.members) {
      this.#nodeOfMember.set(member, memberNode(member, sections));
    }
  }

  read(loss: Loss): LostParts {
    const named = (kind: Loss[number]['kind']) =>
      new Set(loss.flatMap(thing => (thing.kind === kind ? [thing.name] : [])));
    const zones = named('zone');
    const members = named('etcd-member');
    const balancers = named('load-balancer');
    const nodes = new Set([
      ...named('node'),
      ...[...zones].flatMap(zone => this.#nodesIn.get(zone) ?? []),
    ]);
    const takesControlPlane = [...nodes].some(name =>
      this.#controlPlane.has(name),
    );
    const placed: LostParts['placed'] = ({ nodeName, zone }) => {
      if (nodeName !== undefined && nodes.has(nodeName)) return 'yes';
      if (zones.size === 0) {
        // Of what is on no known node, nobody knows that it is not on this one.
        return nodeName === undefined && takesControlPlane ? 'maybe' : 'no';
      }
      const known =
        nodeName === undefined ? zone : this.#zoneOf.get(nodeName) ?? zone;
      if (known === undefined) return 'maybe';
      return zones.has(known) ? 'yes' : 'no';
    };
    return {
      nodes,
      takesControlPlane: takesControlPlane || zones.size > 0,
      mayTakeMore: zones.size > 0 && this.#hasUnplaced,
      placed,
      member: member => {
        if (members.has(member.id)) return 'yes';
        const nodeName = this.nodeOf(member) ?? member.nodeName;
        const place = { nodeName, zone: member.zone };
        // A machine of its own is lost with its zone, never with a node.
        return nodeName === undefined &&
          this.#isEtcdExternal &&
          zones.size === 0
          ? 'no'
          : placed(place);
      },
      balancer: balancer => {
        if (balancers.has(balancer.name)) return 'yes';
        // One on no known node is a machine of its own, in some zone.
        return balancer.nodeName === undefined && zones.size === 0
          ? 'no'
          : placed(balancer);
      },
    };
  }

  /** The node that a member runs on. */
  nodeOf(member: EtcdMember): string | undefined {
    return this.#nodeOfMember.get(member)?.name;
  }
}
