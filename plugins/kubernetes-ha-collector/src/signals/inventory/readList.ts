/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../../contracts';
import type { InventoryList, ListSection, Row } from './lists';
import { InventoryCollection, RefusedError } from './inventoryCollection';
import { accepts, Form } from '../../protobuf/envelope';
import { InvalidDocumentError } from '../../protobuf/invalidDocument';
import { isWellFormed } from '../../bounds/wellFormed';
import { CONTINUE_CHARACTERS, PAGE_BYTES, PAGE_SIZE } from './bounds';
import { GrowingList, KnownObjects } from './knownObjects';
import { ListAccount } from './listAccount';
import { ListMemory } from './listMemory';

/** A list, whole. */
export interface ReadRows<S extends ListSection> {
  rows: Row<S>[];
  /** Which objects they are of, where that was asked for and told. */
  objects: KnownObjects | undefined;
}

/**
 * Reads a list whole, page by page, asking for the next page while the one
 * before is decoded. As protobuf; once more as JSON when that cannot be
 * decoded; once more from the start when the list expires between two pages.
 *
 * An object that has not changed since the reading that `memory` knows is not
 * decoded: its rows are those of then.
 *
 * Never returns a part: errors are `ConnectionError`, {@link RefusedError} and
 * {@link InvalidDocumentError}.
 */
export async function readList<S extends ListSection>(
  collection: InventoryCollection,
  list: InventoryList<S>,
  memory: ListMemory = new ListMemory(),
): Promise<ReadRows<S>> {
  let form: Form = 'protobuf';
  let restarted = false;
  for (;;) {
    try {
      return await readPages(collection, list, form, memory);
    } catch (error) {
      if (form === 'protobuf' && isNotUnderstood(error)) {
        form = 'json';
      } else if (isExpired(error) && !restarted) {
        restarted = true;
      } else if (isExpired(error)) {
        throw new ConnectionError(
          'server-error',
          'the list expired twice while it was read (HTTP 410): it changes faster than it can be read',
          { cause: error },
        );
      } else {
        throw error;
      }
    }
  }
}

function isNotUnderstood(error: unknown): boolean {
  return (
    error instanceof InvalidDocumentError ||
    (error instanceof RefusedError &&
      (error.status === 406 || error.status === 415))
  );
}

function isExpired(error: unknown): boolean {
  return error instanceof RefusedError && error.status === 410;
}

async function readPages<S extends ListSection>(
  collection: InventoryCollection,
  list: InventoryList<S>,
  form: Form,
  memory: ListMemory,
): Promise<ReadRows<S>> {
  const { section } = list;
  const { lastObserved } = collection.context;
  const all = new GrowingList(memory.before(section, lastObserved));
  const account = new ListAccount(list.kind);
  const ask = async (token: string | undefined) => {
    const path = pagePath(list.path, token);
    const body = await collection.get(path, accepts[form], PAGE_BYTES, () =>
      collection.decoder.memory(),
    );
    account.countPage(body.length);
    return body;
  };
  let next: Promise<Buffer> | undefined = ask(undefined);
  let token: string | undefined;
  while (next) {
    const body: Buffer = await next;
    next = undefined;
    let following: string | undefined;
    let version: string | undefined;
    const page = await collection.decoder.decode(
      list,
      body,
      // Called before the page is decoded, never after: it is awaited here.
      // eslint-disable-next-line no-loop-func
      ({ continue: given, resourceVersion }) => {
        version = resourceVersion;
        following = given || undefined;
        if (!following || following === token) return;
        next = ask(following);
        // Awaited in the next turn; should this page fail, its own error is the one to tell.
        next.catch(() => {});
      },
      collection.turn,
      memory.has(section) ? all.nextKnown() : undefined,
    );
    if (following && following === token) {
      throw new InvalidDocumentError('the list goes on without any progress');
    }
    const weight = all.add(page, version);
    collection.count(weight);
    account.countRows(weight);
    token = following;
  }
  return { rows: all.rows, objects: all.objects };
}

/**
 * How many objects remain is told by no one: `remainingItemCount` is an
 * estimate on which clients must not rely, and a page may hold fewer objects
 * than asked for, even none. A list ends where there is no `continue`.
 * Source: k8s.io/apimachinery pkg/apis/meta/v1 types.go `ListMeta`
 *
 * Errors: {@link InvalidDocumentError} for a token that cannot be sent back.
 */
function pagePath(path: string, token: string | undefined): string {
  const start = `${path}?limit=${PAGE_SIZE}`;
  if (!token) return start;
  if (token.length > CONTINUE_CHARACTERS) {
    throw new InvalidDocumentError(
      `a continue token of ${token.length} characters; no API server writes more than ${CONTINUE_CHARACTERS}`,
    );
  }
  if (!isWellFormed(token)) {
    throw new InvalidDocumentError(
      'a continue token that is not valid text: the rest of the list cannot be requested',
    );
  }
  return `${start}&continue=${encodeURIComponent(token)}`;
}
