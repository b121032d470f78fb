/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { ApiRequest, ApiResponse, SourceContext } from '../../contracts';
import { z } from 'zod/v4';
import { viaOf } from '../signals';
import { Refusal, refusalOfResponse } from '../../refusals/classify';
import { NotYetError, retryAfterSeconds } from '../../refusals/retryAfter';
import { documentAt, parseBoundedJson } from '../../bounds/boundedJson';
import { boundMessage, exceeded } from '../../bounds/exceeded';
import { jsonList, jsonObject, jsonString } from '../../protobuf/jsonValues';
import { InvalidDocumentError } from '../../protobuf/invalidDocument';
import {
  API_GROUPS,
  COLLECTION_BYTES,
  COLLECTION_ROW_BYTES,
  STATUS,
} from './bounds';
import type { DecodeTurn, PageDecoder } from './decoding/pageDecoder';

/** What one collection cost; a scheduler stretches the interval by it. */
export interface InventoryCost {
  /** From the first request to the last row. */
  durationMs: number;
  /** Of all answers' bodies. */
  bytes: number;
  /** Objects read, of all kinds. */
  objects: number;
}

/** The API answered, and said no. */
export class RefusedError extends Error {
  readonly status: number;
  readonly refusal: Refusal;
  readonly #body: Buffer;

  constructor(response: ApiResponse, refusal: Refusal) {
    super(refusal.detail);
    this.name = 'RefusedError';
    this.status = response.status;
    this.refusal = refusal;
    this.#body = response.body;
  }

  /** Whether it is Kubernetes itself that says: there is no object of this name. */
  saysMissing(name: string): boolean {
    const status = notFoundSchema.safeParse(parsed(this.#body));
    return status.success && status.data.details.name === name;
  }
}

/** An asked-for pause longer than this is not waited for within a collection. */
const LONGEST_PAUSE_SECONDS = 10;
/** So often one request may be asked to come back later. */
const PAUSES = 3;

/** `Status` of a 404 that names an object. */
const notFoundSchema = z.object({
  kind: z.literal('Status'),
  reason: z.literal('NotFound'),
  details: z.object({ name: z.string() }),
});

/** One collection of one cluster: asks its API, and keeps the account. */
export class InventoryCollection {
  readonly context: SourceContext;
  readonly decoder: PageDecoder;
  readonly #cost = { bytes: 0, objects: 0 };
  #rowBytes = 0;
  #served: Promise<ReadonlySet<string>> | undefined;

  constructor(context: SourceContext, decoder: PageDecoder) {
    this.context = context;
    this.decoder = decoder;
  }

  get cost(): Readonly<Omit<InventoryCost, 'durationMs'>> {
    return this.#cost;
  }

  /** Whose turn a document takes in the decoding thread. */
  get turn(): DecodeTurn {
    const { cluster, signal } = this.context;
    return { cluster: cluster.name, signal };
  }

  /**
   * Adds to what the collection has read. Errors: `ConnectionError` with
   * `too-large` when it is more than one collection may keep.
   */
  count({
    objects,
    characters = 0,
  }: {
    objects: number;
    characters?: number;
  }): void {
    this.#cost.objects += objects;
    this.#rowBytes += characters;
    if (this.#rowBytes > COLLECTION_ROW_BYTES) {
      throw exceeded(
        'too-large',
        boundMessage('bound.collection-objects', {
          observed: this.#rowBytes,
          bound: COLLECTION_ROW_BYTES,
          unit: 'kept bytes',
        }),
      );
    }
  }

  /** How a path was read, for a signal's provenance: to be asked after the reading. */
  via(path: string): string {
    return viaOf(this.context.connection.api, path);
  }

  /**
   * A body that was answered with 2xx. Where `Retry-After` is short, it is
   * waited for and asked again; in the list beside this one, too. With
   * `memory` it lies in that where the connection can have it so.
   *
   * Errors: {@link RefusedError}, `ConnectionError`.
   */
  async get(
    path: string,
    accept: string,
    maxBytes: number,
    memory?: ApiRequest['memory'],
  ): Promise<Buffer> {
    const { signal } = this.context;
    const request = { path, accept, signal, maxBytes, memory };
    for (let refusals = 0; ; ) {
      const response = await this.#answer(request);
      this.#cost.bytes += response.body.length;
      this.#checkBytes();
      const refusal = refusalOfResponse(response);
      if (!refusal) return response.body;
      const seconds = retryAfterSeconds(response, Date.now());
      refusals += 1;
      if (
        seconds === undefined ||
        seconds > LONGEST_PAUSE_SECONDS ||
        refusals > PAUSES
      ) {
        throw new RefusedError(response, refusal);
      }
      await sleep(seconds * 1000, undefined, { signal });
    }
  }

  /** The answer, after the short time for which the server may have asked to be left alone. */
  async #answer(request: ApiRequest): Promise<ApiResponse> {
    for (;;) {
      try {
        return await this.context.connection.api.request(request);
      } catch (error) {
        if (
          !(error instanceof NotYetError) ||
          error.waitMs > LONGEST_PAUSE_SECONDS * 1000
        ) {
          throw error;
        }
        await sleep(error.waitMs, undefined, { signal: request.signal });
      }
    }
  }

  /** Whether discovery lists this group and version. Asked once a collection. Errors: as {@link InventoryCollection.get}. */
  async serves(groupVersion: string): Promise<boolean> {
    this.#served ??= this.#readGroups();
    return (await this.#served).has(groupVersion);
  }

  #checkBytes(): void {
    if (this.#cost.bytes <= COLLECTION_BYTES) return;
    throw exceeded(
      'too-large',
      boundMessage('bound.collection-answers', {
        observed: this.#cost.bytes,
        bound: COLLECTION_BYTES,
        unit: 'bytes',
      }),
    );
  }

  async #readGroups(): Promise<ReadonlySet<string>> {
    const body = await this.get('/apis', 'application/json', API_GROUPS.bytes);
    return groupVersionsOf(
      parseBoundedJson(body, API_GROUPS, documentAt('/apis')),
    );
  }
}

/** Nothing for what is not JSON: the answer of something else on the way. */
function parsed(body: Buffer): unknown {
  try {
    return parseBoundedJson(body, STATUS, beyond =>
      boundMessage('bound.status', beyond),
    );
  } catch {
    return undefined;
  }
}

/** `APIGroupList`. Ends at the first entry that is none: a schema would say so of each of them. Errors: InvalidDocumentError. */
function groupVersionsOf(document: unknown): ReadonlySet<string> {
  const list = jsonObject(document);
  if (list.kind !== 'APIGroupList') {
    throw new InvalidDocumentError('/apis answers no APIGroupList');
  }
  const groups = jsonList(list.groups, group =>
    jsonList(jsonObject(group).versions, version =>
      jsonString(jsonObject(version).groupVersion),
    ),
  );
  return new Set(groups?.flat());
}
