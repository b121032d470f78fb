/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type {
  AbsentSignal,
  ObservedSignal,
  SectionName,
  SectionValues,
  UnknownSignal,
} from 'backstage-plugin-kubernetes-ha-common';
import pLimit from 'p-limit';
import type { SignalSource, SourceContext } from '../../contracts';
import { Refusal, refusalOfError, refused } from '../../refusals/classify';
import { absentSignal, observedSignal, unknownSignal } from '../signals';
import { CONFIG_MAP_BYTES, REQUESTS_AT_ONCE, SOURCE_MS } from './bounds';
import {
  ConfigMapSection,
  InventoryConfigMap,
  inventoryConfigMaps,
} from './configMaps';
import type { PageDecoder } from './decoding/pageDecoder';
import { ListMemory } from './listMemory';
import { InventoryList, inventoryLists, ListSection, Row } from './lists';
import {
  InventoryCost,
  InventoryCollection,
  RefusedError,
} from './inventoryCollection';
import { InvalidDocumentError } from '../../protobuf/invalidDocument';
import { readList } from './readList';

/** The sections that the inventory provides. */
export type InventorySection = ListSection | ConfigMapSection;

const id = 'inventory';

// A type of its own for each state: `Signal<T>` of a generic T would be distributed by the compiler at every use.
type InventorySignal<T> = ObservedSignal<T> | UnknownSignal | AbsentSignal;

/**
 * The objects of a cluster, projected: each kind a signal of its own, so that
 * what is forbidden, missing or broken stays one section's matter.
 */
export class InventorySource implements SignalSource<InventorySection> {
  readonly id = id;
  readonly group = 'inventory';
  readonly provides: readonly InventorySection[];
  readonly deadlineMs = SOURCE_MS;
  readonly stretchesInterval = true;
  readonly readsThroughInstances = true;
  readonly #decoder: PageDecoder;
  readonly #memory = new ListMemory();
  #lastCost: InventoryCost | undefined;

  /**
   * The decoder belongs to the caller: it serves all clusters. Sections that
   * are `taken` are another source's: they are not read.
   */
  constructor(
    decoder: PageDecoder,
    taken: ReadonlySet<SectionName> = new Set(),
  ) {
    this.#decoder = decoder;
    this.provides = [
      ...Object.values(inventoryLists).map(list => list.section),
      ...Object.values(inventoryConfigMaps).map(map => map.section),
    ].filter(section => !taken.has(section));
  }

  /** What the last collection cost, finished or not; nothing before the first. */
  get lastCost(): InventoryCost | undefined {
    return this.#lastCost;
  }

  async observe(context: SourceContext) {
    const started = performance.now();
    const collection = new InventoryCollection(context, this.#decoder);
    const lane = pLimit(REQUESTS_AT_ONCE);
    const list = <S extends ListSection>(entry: InventoryList<S>) =>
      this.#unlessTaken(entry.section, context, () =>
        lane(() => observeList(collection, entry, this.#memory)),
      );
    const configMap = <S extends ConfigMapSection>(
      entry: InventoryConfigMap<S>,
    ) =>
      this.#unlessTaken(entry.section, context, () =>
        lane(() => observeConfigMap(collection, entry)),
      );
    try {
      return await settle({
        pods: list(inventoryLists.pods),
        nodes: list(inventoryLists.nodes),
        deployments: list(inventoryLists.deployments),
        daemonSets: list(inventoryLists.daemonSets),
        statefulSets: list(inventoryLists.statefulSets),
        podDisruptionBudgets: list(inventoryLists.podDisruptionBudgets),
        endpointSlices: list(inventoryLists.endpointSlices),
        validatingWebhooks: list(inventoryLists.validatingWebhooks),
        mutatingWebhooks: list(inventoryLists.mutatingWebhooks),
        apiServices: list(inventoryLists.apiServices),
        kubeadmConfig: configMap(inventoryConfigMaps.kubeadmConfig),
        kubeProxyConfig: configMap(inventoryConfigMaps.kubeProxyConfig),
        clusterInfo: configMap(inventoryConfigMaps.clusterInfo),
      });
    } finally {
      this.#lastCost = {
        durationMs: performance.now() - started,
        ...collection.cost,
      };
    }
  }

  /** The runner drops what is said of a section that is not provided. */
  async #unlessTaken<T>(
    section: InventorySection,
    context: SourceContext,
    observe: () => Promise<InventorySignal<T>>,
  ): Promise<InventorySignal<T>> {
    if (this.provides.includes(section)) return observe();
    return unknownSignal(
      context,
      id,
      `section ${section}`,
      refused('not-collected', message('detail.module-reads-section')),
    );
  }
}

async function observeList<S extends ListSection>(
  collection: InventoryCollection,
  list: InventoryList<S>,
  memory: ListMemory,
): Promise<InventorySignal<Row<S>[]>> {
  const { context } = collection;
  try {
    const { rows, objects } = await readList(collection, list, memory);
    const signal = observedSignal(context, id, collection.via(list.path), rows);
    memory.set(list.section, signal.observedAt, objects);
    return signal;
  } catch (error) {
    if (list.optional && isStatus(error, 404)) {
      return observeMissingApi(collection, list, error);
    }
    return unknownSignal(
      context,
      id,
      collection.via(list.path),
      refusalOf(error),
    );
  }
}

/** A 404 alone may be a wrong address: it is the API's discovery that tells what is not served. */
async function observeMissingApi(
  collection: InventoryCollection,
  list: InventoryList,
  error: RefusedError,
): Promise<UnknownSignal | AbsentSignal> {
  const { context } = collection;
  try {
    if (!(await collection.serves(list.groupVersion))) {
      return absentSignal(
        context,
        id,
        collection.via('/apis'),
        refused(
          'not-installed',
          message('detail.api-not-served', {
            groupVersion: list.groupVersion,
          }),
        ),
      );
    }
  } catch (discoveryError) {
    const { detail } = refusalOf(discoveryError);
    return unknownSignal(
      context,
      id,
      collection.via(list.path),
      refused(
        error.refusal.reason,
        message('detail.served-apis-unread', {
          detail: error.refusal.detail,
          discovery: detail,
        }),
      ),
    );
  }
  return unknownSignal(context, id, collection.via(list.path), error.refusal);
}

/**
 * The ConfigMap by its first name, or by another that some makers give it. What
 * is told when none has the document: what was wrong with the first that is
 * there, or else that there is none.
 */
async function observeConfigMap<S extends ConfigMapSection>(
  collection: InventoryCollection,
  { section, namespace, name, otherNames = [] }: InventoryConfigMap<S>,
): Promise<InventorySignal<SectionValues[S]>> {
  const { context } = collection;
  const names = [name, ...otherNames];
  const viaOf = (tried: string) =>
    collection.via(`/api/v1/namespaces/${namespace}/configmaps/${tried}`);
  let refusal: UnknownSignal | undefined;
  for (const tried of names) {
    const path = `/api/v1/namespaces/${namespace}/configmaps/${tried}`;
    try {
      const body = await collection.get(
        path,
        'application/json',
        CONFIG_MAP_BYTES,
      );
      const value = await collection.decoder.configMap(
        section,
        body,
        collection.turn,
      );
      collection.count({ objects: 1 });
      return observedSignal(context, id, viaOf(tried), value);
    } catch (error) {
      if (isStatus(error, 404) && error.saysMissing(tried)) continue;
      refusal ??= unknownSignal(context, id, viaOf(tried), refusalOf(error));
      // One without the document leaves the others to ask; a refusal would be repeated.
      if (!(error instanceof InvalidDocumentError)) break;
    }
  }
  return (
    refusal ??
    absentSignal(
      context,
      id,
      viaOf(name),
      refused(
        'not-installed',
        message('detail.no-config-map', {
          names: names.map(tried => `${namespace}/${tried}`),
        }),
      ),
    )
  );
}

function isStatus(error: unknown, status: number): error is RefusedError {
  return error instanceof RefusedError && error.status === status;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (error instanceof InvalidDocumentError) {
    return { reason: 'invalid-response', detail: error.message };
  }
  return refusalOfError(error);
}

type Settled<T> = { [K in keyof T]: Awaited<T[K]> };

/** Waits for all of them, also when one fails: none may go on unseen. */
async function settle<T extends Record<string, Promise<unknown>>>(
  work: T,
): Promise<Settled<T>> {
  await Promise.allSettled(Object.values(work));
  const entries = Object.entries(work).map(
    async ([key, value]) => [key, await value] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as Settled<T>;
}
