/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApiRequest,
  ApiResponse,
  ConnectionError,
  SourceContext,
} from '../../contracts';
import { z } from 'zod/v4';
import { Refusal, refusalOfResponse } from '../../refusals/classify';
import { NotYetError, retryAfterSeconds } from '../../refusals/retryAfter';
import type { PageDecoder } from './decoding/pageDecoder';

/** What one look cost; a scheduler stretches the interval by it. */
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

/** An asked-for pause longer than this is not waited for within a look. */
const LONGEST_PAUSE_SECONDS = 10;
/** So often one request may be asked to come back later. */
const PAUSES = 3;

/** `APIGroupList` of `/apis`. */
const groupListSchema = z.object({
  kind: z.literal('APIGroupList'),
  groups: z.array(
    z.object({ versions: z.array(z.object({ groupVersion: z.string() })) }),
  ),
});

/** `Status` of a 404 that names an object. */
const notFoundSchema = z.object({
  kind: z.literal('Status'),
  reason: z.literal('NotFound'),
  details: z.object({ name: z.string() }),
});

/** One look at one cluster: asks its API, and keeps the account. */
export class InventoryLook {
  readonly context: SourceContext;
  readonly decoder: PageDecoder;
  readonly #cost = { bytes: 0, objects: 0 };
  #served: Promise<ReadonlySet<string>> | undefined;

  constructor(context: SourceContext, decoder: PageDecoder) {
    this.context = context;
    this.decoder = decoder;
  }

  get cost(): Readonly<Omit<InventoryCost, 'durationMs'>> {
    return this.#cost;
  }

  countObjects(count: number): void {
    this.#cost.objects += count;
  }

  /** The address of a path, for a signal's provenance. */
  via(path: string): string {
    return `GET ${this.context.connection.api.url}${path}`;
  }

  /**
   * A body that was answered with 2xx. Where `Retry-After` is short, it is
   * waited for and asked again; in the list beside this one, too.
   *
   * Errors: {@link RefusedError}, `ConnectionError`.
   */
  async get(path: string, accept: string): Promise<Buffer> {
    const { signal } = this.context;
    for (let refusals = 0; ; ) {
      const response = await this.#answer({ path, accept, signal });
      this.#cost.bytes += response.body.length;
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

  /** Whether discovery lists this group and version. Asked once a look. Errors: as {@link InventoryLook.get}. */
  async serves(groupVersion: string): Promise<boolean> {
    this.#served ??= this.#readGroups();
    return (await this.#served).has(groupVersion);
  }

  /** What does not know the signal itself ends with it all the same. */
  async untilDeadline<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.context;
    let stop: () => void = () => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () =>
        reject(
          new ConnectionError('timeout', 'not read before the deadline', {
            cause: signal.reason,
          }),
        );
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([work, aborted]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async #readGroups(): Promise<ReadonlySet<string>> {
    const body = await this.get('/apis', 'application/json');
    return groupVersionsOf(JSON.parse(body.toString('utf8')));
  }
}

/** Nothing for what is not JSON: the answer of something else on the way. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function groupVersionsOf(list: unknown): ReadonlySet<string> {
  const { groups } = groupListSchema.parse(list);
  return new Set(
    groups.flatMap(group =>
      group.versions.map(version => version.groupVersion),
    ),
  );
}
