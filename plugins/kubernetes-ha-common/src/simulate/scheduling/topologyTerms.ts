/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { meets, Requirement } from '../../checks/labelSelectors';
import type { Domains, NodeColumns } from './nodeColumns';

/** Pods by namespace and labels. */
export interface PodSelection {
  /** Missing: of all namespaces. */
  namespaces?: readonly string[];
  requirements: readonly Requirement[];
}

/** Labels of pods that are alike, and their namespace. */
export interface LabelSet {
  namespace: string;
  labels: Readonly<Record<string, string>>;
}

/** Pods that are counted by domain. */
export interface TopologyTerm {
  domains: Domains;
  /** All of them have to be met. */
  selections: readonly PodSelection[];
  /** Nodes whose pods count; missing: all. */
  eligible?: Uint8Array;
  /** Of `eligible`: domains that have such a node. */
  eligibleDomains?: Uint8Array;
}

/** What pods count towards, once each: hundreds of pods have the same rules. */
export class TopologyTerms {
  readonly all: TopologyTerm[] = [];
  readonly #columns: NodeColumns;
  readonly #numbers = new Map<string, number>();
  /** Of each set of labels: the terms that it is selected by. */
  readonly #selecting: number[][] = [];

  constructor(columns: NodeColumns) {
    this.#columns = columns;
  }

  /** The number of a term. `eligibility`: tells apart those whose nodes differ. */
  add(
    topologyKey: string,
    selections: readonly PodSelection[],
    eligibility: string = '',
    eligible?: Uint8Array,
  ): number {
    const key = JSON.stringify([topologyKey, selections, eligibility]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const domains = this.#columns.domains(topologyKey);
    this.all.push({
      domains,
      selections,
      ...(eligible && {
        eligible,
        eligibleDomains: domainsOfNodes(domains, eligible),
      }),
    });
    this.#numbers.set(key, this.all.length - 1);
    return this.all.length - 1;
  }

  /** Once all terms are known: which of them select which labels. */
  select(labelSets: readonly LabelSet[]): void {
    const anywhere: number[] = [];
    const within = new Map<string, number[]>();
    this.all.forEach(({ selections }, number) => {
      const namespaces = selections[0]?.namespaces;
      if (!namespaces) anywhere.push(number);
      for (const namespace of new Set(namespaces)) {
        const there = within.get(namespace);
        if (there) there.push(number);
        else within.set(namespace, [number]);
      }
    });
    for (const labelSet of labelSets) {
      const possible = within.get(labelSet.namespace);
      this.#selecting.push(
        [...(possible ?? []), ...anywhere].filter(number =>
          this.all[number].selections.every(selection =>
            isSelected(selection, labelSet),
          ),
        ),
      );
    }
  }

  /** Terms that select these labels. */
  selecting(labelSet: number): readonly number[] {
    return this.#selecting[labelSet];
  }
}

/** Whether a selection names pods with these labels. */
export function isSelected(
  { namespaces, requirements }: PodSelection,
  { namespace, labels }: LabelSet,
): boolean {
  return (
    (!namespaces || namespaces.includes(namespace)) &&
    requirements.every(requirement => meets(requirement, labels))
  );
}

function domainsOfNodes(domains: Domains, eligible: Uint8Array): Uint8Array {
  const found = new Uint8Array(domains.names.length);
  domains.of.forEach((domain, node) => {
    if (domain >= 0 && eligible[node]) found[domain] = 1;
  });
  return found;
}
