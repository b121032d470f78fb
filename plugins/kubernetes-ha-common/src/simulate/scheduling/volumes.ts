/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  NodeSelectorTerm,
  PersistentVolumeClaimInfo,
  PersistentVolumeInfo,
  StorageClassInfo,
} from '../../snapshot/sections/placement';
import type { PodInfo } from '../../snapshot/sections/inventory';

/** What is known of volumes: undefined where a list could not be read. */
export interface VolumeLists {
  claims: readonly PersistentVolumeClaimInfo[] | undefined;
  volumes: readonly PersistentVolumeInfo[] | undefined;
  classes: readonly StorageClassInfo[] | undefined;
}

/** Where the volumes of a pod let it run. */
export type VolumeReach =
  /** Wherever each of these lists of terms is met; anywhere without one. */
  | { state: 'known'; terms: readonly (readonly NodeSelectorTerm[])[] }
  /** Nowhere: it waits for a claim. */
  | { state: 'waits'; claim: string; because: 'missing' | 'unbound' | 'lost' }
  /** The snapshot does not say. */
  | { state: 'unknown' };

const anywhere: VolumeReach = { state: 'known', terms: [] };

/**
 * Where the volumes of pods can be reached.
 * Source: k8s.io/kubernetes pkg/scheduler/framework/plugins/volumebinding, volumezone
 */
export class Volumes {
  readonly #lists: VolumeLists;
  readonly #claims: Map<string, PersistentVolumeClaimInfo>;
  readonly #volumes: Map<string, PersistentVolumeInfo>;
  readonly #classes: Map<string, StorageClassInfo>;

  constructor(lists: VolumeLists) {
    this.#lists = lists;
    this.#claims = new Map(
      lists.claims?.map(claim => [`${claim.namespace}/${claim.name}`, claim]),
    );
    this.#volumes = new Map(
      lists.volumes?.map(volume => [volume.name, volume]),
    );
    this.#classes = new Map(lists.classes?.map(entry => [entry.name, entry]));
  }

  /** Of a pod, or of one that takes its place under the same name. */
  reachOf({ namespace, name, placement }: PodInfo): VolumeReach {
    const claims = placement?.claims;
    if (!claims?.length) return anywhere;
    if (!this.#lists.claims) return { state: 'unknown' };
    const terms: (readonly NodeSelectorTerm[])[] = [];
    for (const pattern of claims) {
      const claim = pattern.replace('{pod}', name);
      const reach = this.#reachOfClaim(`${namespace}/${claim}`);
      if (reach.state !== 'known') return reach;
      terms.push(...reach.terms);
    }
    return { state: 'known', terms };
  }

  #reachOfClaim(key: string): VolumeReach {
    const claim = this.#claims.get(key);
    if (!claim) return { state: 'waits', claim: key, because: 'missing' };
    if (claim.phase === 'Lost') {
      return { state: 'waits', claim: key, because: 'lost' };
    }
    if (claim.volumeName === undefined) return this.#reachOfUnbound(key, claim);
    if (!this.#lists.volumes) return { state: 'unknown' };
    const volume = this.#volumes.get(claim.volumeName);
    if (!volume) return { state: 'waits', claim: key, because: 'lost' };
    const { nodeAffinity, zoneLabels } = volume;
    return {
      state: 'known',
      terms: [
        ...(nodeAffinity ? [nodeAffinity] : []),
        ...(zoneLabels ? [termsOfLabels(zoneLabels)] : []),
      ],
    };
  }

  /** A claim that is bound when its first pod is placed goes where its class lets it. */
  #reachOfUnbound(key: string, claim: PersistentVolumeClaimInfo): VolumeReach {
    if (!this.#lists.classes) return { state: 'unknown' };
    const entry = this.#classes.get(claim.storageClass ?? '');
    if (entry?.bindingMode !== 'WaitForFirstConsumer') {
      return { state: 'waits', claim: key, because: 'unbound' };
    }
    const { allowedTopologies } = entry;
    return {
      state: 'known',
      terms: allowedTopologies?.length ? [allowedTopologies] : [],
    };
  }
}

/** Labels of a volume as a node has to have them; `__` separates several zones. */
function termsOfLabels(
  labels: Readonly<Record<string, string>>,
): NodeSelectorTerm[] {
  return [
    {
      matchExpressions: Object.entries(labels).map(([key, value]) => ({
        key,
        operator: 'In',
        values: value.split('__'),
      })),
    },
  ];
}
