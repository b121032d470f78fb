/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { requirementsOf } from '../../checks/labelSelectors';
import type {
  PodAffinityTerm,
  PodPlacement,
  TopologySpread,
} from '../../snapshot/sections/placement';
import { meets } from '../../checks/labelSelectors';
import type { NodeMasks } from './nodeMasks';
import {
  isSelected,
  LabelSet,
  PodSelection,
  TopologyTerms,
} from './topologyTerms';

/** A spread that is held to, or preferred. */
export interface SpreadRule {
  term: number;
  maxSkew: number;
  minDomains: number;
  /** 1 when the pod counts itself. */
  self: number;
}

/** What a pod asks of the pods around it. The numbers are those of the terms. */
export interface TopologyRules {
  /** Pods that have to be in the domain already. */
  affinity: readonly number[];
  /** It is such a pod itself: the first of them goes anywhere. */
  startsAffinity: boolean;
  /** Pods that must not be in the domain. */
  antiAffinity: readonly number[];
  hard: readonly SpreadRule[];
  soft: readonly SpreadRule[];
  /** False when a selector of namespaces asks for labels that the snapshot does not hold. */
  isCertain: boolean;
}

const NOTHING: PodSelection = { namespaces: [], requirements: [] };
/** Namespaces have their name as a label. Source: KEP-2161 */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';
/** Without constraints of its own, a pod prefers to be away from its like. Source: k8s.io/kubernetes pkg/scheduler/framework/plugins/podtopologyspread/plugin.go `systemDefaultConstraints` */
const BY_DEFAULT = [
  { topologyKey: 'kubernetes.io/hostname', maxSkew: 3 },
  { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 5 },
];

/** Works out the rules of pods, whose terms become one where they are equal. */
export class TopologyRuleReader {
  readonly #terms: TopologyTerms;
  readonly #masks: NodeMasks;
  readonly #namespaces: readonly string[];

  /** `namespaces`: all that have pods. */
  constructor(
    terms: TopologyTerms,
    masks: NodeMasks,
    namespaces: readonly string[],
  ) {
    this.#terms = terms;
    this.#masks = masks;
    this.#namespaces = namespaces;
  }

  read(placement: PodPlacement, own: LabelSet): TopologyRules {
    const near = (placement.podAffinity ?? []).map(term =>
      this.#selectionOf(term, own.namespace),
    );
    const away = (placement.podAntiAffinity ?? []).map(term =>
      this.#selectionOf(term, own.namespace),
    );
    // A pod counts that all terms select: for each of their domains.
    const together = near.map(({ selection }) => selection);
    const spread = placement.topologySpread ?? [];
    const rulesOf = (mode: string) => this.#spreadOf(placement, own, mode);
    return {
      affinity: (placement.podAffinity ?? []).map(({ topologyKey }) =>
        this.#terms.add(topologyKey, together),
      ),
      startsAffinity: together.every(selection => isSelected(selection, own)),
      antiAffinity: (placement.podAntiAffinity ?? []).map(
        ({ topologyKey }, place) =>
          this.#terms.add(topologyKey, [away[place].selection]),
      ),
      hard: rulesOf('DoNotSchedule'),
      soft:
        spread.length > 0
          ? rulesOf('ScheduleAnyway')
          : this.#spreadByDefault(own),
      isCertain: [...near, ...away].every(({ isCertain }) => isCertain),
    };
  }

  #spreadOf(
    placement: PodPlacement,
    own: LabelSet,
    mode: string,
  ): SpreadRule[] {
    const constraints = (placement.topologySpread ?? []).filter(
      ({ whenUnsatisfiable }) => whenUnsatisfiable === mode,
    );
    const keys = constraints.map(({ topologyKey }) => topologyKey);
    return constraints.map(constraint => {
      const { selection, self } = spreadSelection(constraint, own);
      const { key, nodes } = this.#masks.counted(
        placement,
        {
          honorsAffinity: constraint.nodeAffinityPolicy !== 'Ignore',
          honorsTaints: constraint.nodeTaintsPolicy === 'Honor',
        },
        keys,
      );
      return {
        term: this.#terms.add(constraint.topologyKey, [selection], key, nodes),
        maxSkew: constraint.maxSkew,
        minDomains: constraint.minDomains ?? 1,
        self,
      };
    });
  }

  #spreadByDefault(own: LabelSet): SpreadRule[] {
    const requirements = requirementsOf({ matchLabels: own.labels });
    if (requirements.length === 0) return [];
    return BY_DEFAULT.map(({ topologyKey, maxSkew }) => ({
      term: this.#terms.add(topologyKey, [
        { namespaces: [own.namespace], requirements },
      ]),
      maxSkew,
      minDomains: 1,
      self: 1,
    }));
  }

  #selectionOf(
    { selector, namespaces = [], namespaceSelector }: PodAffinityTerm,
    own: string,
  ): { selection: PodSelection; isCertain: boolean } {
    if (!selector) return { selection: NOTHING, isCertain: true };
    const requirements = requirementsOf(selector);
    if (!namespaceSelector) {
      const named = namespaces.length > 0 ? namespaces : [own];
      return {
        selection: { namespaces: [...named].sort(), requirements },
        isCertain: true,
      };
    }
    const asked = requirementsOf(namespaceSelector);
    if (asked.length === 0) {
      return { selection: { requirements }, isCertain: true };
    }
    const selected = this.#namespaces.filter(name =>
      asked.every(requirement =>
        meets(requirement, { [NAMESPACE_NAME]: name }),
      ),
    );
    return {
      selection: {
        namespaces: [...new Set([...namespaces, ...selected])].sort(),
        requirements,
      },
      isCertain: asked.every(({ key }) => key === NAMESPACE_NAME),
    };
  }
}

/** Pods that a constraint counts; one that selects all of them counts none. Source: k8s.io/kubernetes podtopologyspread/common.go `countPodsMatchSelector` */
function spreadSelection(
  { selector, matchLabelKeys = [] }: TopologySpread,
  own: LabelSet,
): { selection: PodSelection; self: number } {
  const added = matchLabelKeys.flatMap(key =>
    Object.hasOwn(own.labels, key)
      ? [{ key, operator: 'In', values: [own.labels[key]] }]
      : [],
  );
  if (!selector) return { selection: NOTHING, self: 0 };
  const requirements = [...requirementsOf(selector), ...added];
  if (requirements.length === 0) return { selection: NOTHING, self: 1 };
  const selection = { namespaces: [own.namespace], requirements };
  return { selection, self: Number(isSelected(selection, own)) };
}
