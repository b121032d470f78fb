/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type { LeasesInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { type Refusal, refused } from '../../refusals/classify';
import { within } from '../../refusals/deadline';
import { isWellFormed } from '../../bounds/wellFormed';
import { documentAt, parseBoundedJson } from '../../bounds/boundedJson';
import { accepts, Form } from '../../protobuf/envelope';
import { isProtobuf } from '../../protobuf/statusMessage';
import { Read, read } from '../read';
import {
  CONTINUE_CHARACTERS,
  LEASES,
  PAGE,
  PAGES,
  PAGE_MS,
  PAGE_SIZE,
} from './bounds';
import { LeasePage, parseLeasePage } from './leaseList';
import { readLeasePage } from './leaseMessages';

/** The token of the next page is of a state that the server no longer keeps. */
const GONE = 410;

/** The Leases of a namespace with the server's clock, or why they could not be read. */
export type LeaseList =
  | { ok: true; value: Omit<LeasesInfo, 'transitionHistory'> }
  | { ok: false; refusal: Refusal };

/** The path of the list, without its page. */
export function leasesPath(namespace: string): string {
  return `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`;
}

/** By what an answer is, whatever was asked for. */
const leasePages: Readonly<
  Record<Form, (body: Buffer, path: string) => LeasePage>
> = {
  protobuf: (body, path) => readLeasePage(body, PAGE, documentAt(path)),
  json: (body, path) =>
    parseLeasePage(parseBoundedJson(body, PAGE, documentAt(path))),
};

/** Of those that no API server gives to a request that reads JSON too: something on the way does not know the other form. */
const NOT_UNDERSTOOD: readonly (number | undefined)[] = [406, 415];

type Reading = LeaseList & {
  status?: number;
  /** Of the answer that could not be read. */
  form?: Form;
};

/**
 * All Leases of a namespace. Half a list is none: a lease missing from it
 * would look dead. One that expires between two pages is read once more from
 * its start; as JSON when it cannot be read as protobuf.
 */
export async function listLeases(
  context: SourceContext,
  namespace: string,
): Promise<LeaseList> {
  const list = await readPages(context, namespace, 'protobuf');
  if (list.ok) return list;
  const isExpired = list.status === GONE;
  if (!isExpired && !isNotUnderstood(list)) return list;
  const form = isExpired ? 'protobuf' : 'json';
  const again = await readPages(context, namespace, form);
  if (again.ok || again.status !== GONE) return again;
  return {
    ok: false,
    refusal: refused('server-error', message('detail.lease-list-expired')),
  };
}

function isNotUnderstood(list: Reading): boolean {
  if (list.ok) return false;
  const { refusal, status, form } = list;
  return (
    NOT_UNDERSTOOD.includes(status) ||
    (form === 'protobuf' && refusal.reason === 'invalid-response')
  );
}

async function readPages(
  context: SourceContext,
  namespace: string,
  form: Form,
): Promise<Reading> {
  const leases: LeasesInfo['leases'] = [];
  const path = leasesPath(namespace);
  let next: string | undefined;
  for (let pages = 1; ; pages++) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (next) query.set('continue', next);
    const page = await readPage(context, `${path}?${query}`, form);
    if (!page.ok) return page;
    for (const lease of page.value.leases) leases.push(lease);
    const refusal = beyondBounds(leases.length, pages, page.value.next, next);
    if (refusal) return { ok: false, refusal };
    next = page.value.next;
    if (next) continue;
    // The last page's clock: no Lease in the list was renewed after it.
    const serverTime = Date.parse(page.response.headers.date ?? '');
    if (Number.isNaN(serverTime)) {
      return {
        ok: false,
        refusal: refused('invalid-response', message('detail.no-date-header')),
      };
    }
    return {
      ok: true,
      value: { serverTime: new Date(serverTime).toISOString(), leases },
    };
  }
}

/** A page, in the form that was asked for or in another. */
async function readPage(
  context: SourceContext,
  path: string,
  form: Form,
): Promise<Read<LeasePage> & { form?: Form }> {
  let answered: Form | undefined;
  const page = await within(context.signal, PAGE_MS, signal =>
    read(
      context.connection.api,
      { path, accept: accepts[form], signal, maxBytes: PAGE.bytes },
      body => {
        answered = isProtobuf(body) ? 'protobuf' : 'json';
        return leasePages[answered](body, path.split('?')[0]);
      },
    ),
  );
  return { ...page, form: answered };
}

/** Why a list that goes on is not read further. */
function beyondBounds(
  leases: number,
  pages: number,
  next: string | undefined,
  token: string | undefined,
): Refusal | undefined {
  if (leases > LEASES || (next && pages >= PAGES)) {
    return refused(
      'too-many',
      message('detail.too-many-leases', {
        leases,
        pages,
        leaseBound: LEASES,
        pageBound: PAGES,
      }),
    );
  }
  if (next === undefined) return undefined;
  if (
    next === token ||
    next.length > CONTINUE_CHARACTERS ||
    !isWellFormed(next)
  ) {
    return refused('invalid-response', message('detail.bad-continue-token'));
  }
  return undefined;
}
