/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PodPlacement } from '../../snapshot/sections/placement';
import type { NodeColumns } from './nodeColumns';
import {
  matchesNodeSelection,
  matchesNodeTerms,
  untoleratedTaint,
} from './nodeMatching';
import type { VolumeReach } from './volumes';

/** Why a node takes a pod or not, by what does not change while pods are placed. */
export const nodeStates = {
  open: 0,
  unschedulable: 1,
  tainted: 2,
  notSelected: 3,
  volumeElsewhere: 4,
} as const;

const REPELLING: ReadonlySet<string> = new Set(['NoSchedule', 'NoExecute']);
const CORDON = {
  key: 'node.kubernetes.io/unschedulable',
  effect: 'NoSchedule',
};

/**
 * Of each node, whether pods of one kind may be placed there: cordons, taints,
 * selectors and volumes, in the order of the scheduler's plugins. Worked out
 * once for all pods that ask for the same.
 */
export class NodeMasks {
  readonly #columns: NodeColumns;
  readonly #masks = new Map<string, Uint8Array>();
  readonly #selections = new Map<string, Uint8Array>();

  constructor(columns: NodeColumns) {
    this.#columns = columns;
  }

  /** One of `nodeStates` of each node. */
  of(placement: PodPlacement, reach: VolumeReach): Uint8Array {
    const key = JSON.stringify([
      selectionKey(placement),
      placement.tolerations,
      reach,
    ]);
    let mask = this.#masks.get(key);
    if (!mask) {
      mask = this.#maskOf(placement, reach);
      this.#masks.set(key, mask);
    }
    return mask;
  }

  /** Nodes that count where pods are to be spread: 1 for each that does. */
  counted(
    placement: PodPlacement,
    rule: { honorsAffinity: boolean; honorsTaints: boolean },
    keys: readonly string[],
  ): { key: string; nodes: Uint8Array } {
    const { honorsAffinity, honorsTaints } = rule;
    const key = JSON.stringify([
      honorsAffinity && selectionKey(placement),
      honorsTaints && [placement.tolerations],
      keys,
    ]);
    let nodes = this.#selections.get(key);
    if (!nodes) {
      const domains = keys.map(name => this.#columns.domains(name).of);
      nodes = Uint8Array.from(this.#columns.nodes, (node, place) =>
        Number(
          domains.every(of => of[place] >= 0) &&
            (!honorsAffinity || matchesNodeSelection(placement, node)) &&
            (!honorsTaints ||
              !untoleratedTaint(node.taints, placement.tolerations, REPELLING)),
        ),
      );
      this.#selections.set(key, nodes);
    }
    return { key, nodes };
  }

  #maskOf(placement: PodPlacement, reach: VolumeReach): Uint8Array {
    const { tolerations } = placement;
    const ignoresCordon = !untoleratedTaint([CORDON], tolerations, REPELLING);
    const terms = reach.state === 'known' ? reach.terms : [];
    return Uint8Array.from(this.#columns.nodes, node => {
      if (node.unschedulable && !ignoresCordon) return nodeStates.unschedulable;
      if (untoleratedTaint(node.taints, tolerations, REPELLING)) {
        return nodeStates.tainted;
      }
      if (!matchesNodeSelection(placement, node)) return nodeStates.notSelected;
      return terms.every(list => matchesNodeTerms(list, node))
        ? nodeStates.open
        : nodeStates.volumeElsewhere;
    });
  }
}

function selectionKey({ nodeSelector, nodeAffinity }: PodPlacement): unknown {
  return [nodeSelector, nodeAffinity];
}
