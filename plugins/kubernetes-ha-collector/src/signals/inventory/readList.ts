/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../../contracts';
import type { InventoryList, ListSection, Row } from './lists';
import { InventoryLook, RefusedError } from './look';
import { InvalidDocumentError } from '../../protobuf/invalidDocument';
import type { PageMeta } from './decoding/readPage';

/** Objects a page. More gains nothing and stalls; less costs requests. (measured: docs/benchmarks.md) */
export const PAGE_SIZE = 500;

const accepts = {
  // JSON second: a server or a proxy that knows no protobuf answers it without being asked twice.
  protobuf: 'application/vnd.kubernetes.protobuf, application/json',
  json: 'application/json',
} as const;
type Form = keyof typeof accepts;

/**
 * Reads a list whole, page by page, asking for the next page while the one
 * before is decoded. As protobuf; once more as JSON when that cannot be
 * decoded; once more from the start when the list expires between two pages.
 *
 * Never returns a part: errors are `ConnectionError`, {@link RefusedError} and
 * {@link InvalidDocumentError}.
 */
export async function readList<S extends ListSection>(
  look: InventoryLook,
  list: InventoryList<S>,
): Promise<Row<S>[]> {
  let form: Form = 'protobuf';
  let restarted = false;
  for (;;) {
    try {
      return await readPages(look, list, form);
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
  look: InventoryLook,
  list: InventoryList<S>,
  form: Form,
): Promise<Row<S>[]> {
  const all: Row<S>[] = [];
  const ask = (token: string | undefined) =>
    look.get(pagePath(list.path, token), accepts[form]);
  let next: Promise<Buffer> | undefined = ask(undefined);
  let announced = 0;
  let token: string | undefined;
  while (next) {
    const body: Buffer = await next;
    next = undefined;
    let meta: PageMeta | undefined;
    const page = await look.untilDeadline(
      // Called before the round ends, never after: the page is awaited here.
      // eslint-disable-next-line no-loop-func
      look.decoder.decode(list, body, seen => {
        meta = seen;
        if (!seen.continue || seen.continue === token) return;
        next = ask(seen.continue);
        // Awaited in the next round; should this page fail, its own error is the one to tell.
        next.catch(() => {});
      }),
    );
    look.countObjects(page.objects);
    announced = checkPage(page.objects, announced, meta, token);
    token = meta?.continue || undefined;
    for (const row of page.rows) all.push(row);
  }
  return all;
}

function pagePath(path: string, token: string | undefined): string {
  const start = `${path}?limit=${PAGE_SIZE}`;
  return token ? `${start}&continue=${encodeURIComponent(token)}` : start;
}

/** Refuses a list with a hole in it. Returns how many objects are still to come, as far as the server tells. */
function checkPage(
  objects: number,
  announced: number,
  meta: PageMeta | undefined,
  token: string | undefined,
): number {
  const missing = Math.min(announced, PAGE_SIZE) - objects;
  if (missing > 0) {
    throw new InvalidDocumentError(
      `a page with ${objects} objects where ${announced} more were announced`,
    );
  }
  const remaining = meta?.remainingItemCount ?? 0;
  if (!meta?.continue && remaining > 0) {
    throw new InvalidDocumentError(
      `the list ends although ${remaining} more objects were announced`,
    );
  }
  if (meta?.continue && (objects === 0 || meta.continue === token)) {
    throw new InvalidDocumentError('the list goes on without any progress');
  }
  return remaining;
}
