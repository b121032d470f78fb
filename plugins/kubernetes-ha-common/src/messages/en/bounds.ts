/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** How far a read went beyond one of its bounds. @public */
export interface Beyond {
  /** As far as it was read; `more`: that it is more than the bound is all that is known. */
  observed: number | 'more';
  bound: number;
  unit: BoundUnit;
}

/** What a bound counts. @public */
export type BoundUnit =
  | 'bytes'
  | 'characters'
  | 'columns'
  | 'entries'
  | 'flags'
  | 'kept bytes'
  | 'levels'
  | 'ms'
  | 'objects'
  | 'pages'
  | 'rows'
  | 'series'
  | 'values';

const units: Readonly<Record<BoundUnit, string>> = {
  bytes: 'bytes',
  characters: 'characters',
  columns: 'columns',
  entries: 'entries',
  flags: 'flags',
  'kept bytes': 'bytes of what is kept',
  levels: 'levels of nesting',
  ms: 'ms',
  objects: 'objects',
  pages: 'pages',
  rows: 'rows',
  series: 'series of the wanted families',
  values: 'values',
};

function beyond(
  what: string,
  { observed, bound, unit }: Beyond,
  fix: string,
): string {
  const seen =
    observed === 'more'
      ? `more than ${bound} ${units[unit]}`
      : `${observed} ${units[unit]}; the bound is ${bound}`;
  return `${what}: ${seen}. ${fix}`;
}

const document = (what: string, p: Beyond) =>
  beyond(
    what,
    p,
    `Check that ${what} is what it should be; a document of this size is not parsed`,
  );
const ofMetrics = 'Check that the component itself serves the page';
const ofHaproxy = 'Check that the URL is the one of HAProxy’s statistics page';
const ofEtcd = 'Check that it is an etcd member that answers';
const ofCollection = 'Delete objects that are not needed';

/** What a cluster sends, beyond the bounds within which it is read: observed, bound, and what to do. */
export const bounds = {
  'bound.answer': (p: { request: string; bytes: number }) =>
    `${p.request}: the answer is larger than ${p.bytes} bytes`,
  'bound.collection-answers': (p: Beyond) =>
    beyond('the answers of one collection', p, ofCollection),
  'bound.collection-objects': (p: Beyond) =>
    beyond('the objects of one collection', p, ofCollection),
  'bound.config-map': (p: Beyond) => document('the ConfigMap', p),
  'bound.config-map-document': (p: Beyond & { key: string }) =>
    beyond(
      `the document ${p.key}`,
      p,
      'Take out of the ConfigMap what does not belong there',
    ),
  'bound.decoding': (p: Beyond) =>
    beyond(
      'decoding one page',
      p,
      'Find objects with thousands of containers, rules or entries',
    ),
  'bound.decoding-memory': (p: { megabytes: number }) =>
    `a page needs more than ${p.megabytes} MB to decode`,
  'bound.document': (p: Beyond & { path: string }) => document(p.path, p),
  'bound.etcd-answer': (p: Beyond & { endpoint: string; call: string }) =>
    beyond(`the answer of ${p.endpoint} to ${p.call}`, p, ofEtcd),
  'bound.etcd-members': (p: { members: number; bound: number }) =>
    `the member lists ${p.members} members; the bound is ${p.bound}. ${ofEtcd} of this cluster`,
  'bound.etcd-peer-urls': (p: {
    member: string;
    urls: number;
    bound: number;
  }) =>
    `member ${p.member} has ${p.urls} peer URLs; at most ${p.bound} are compared. Set --initial-advertise-peer-urls to the addresses that members use`,
  'bound.flagz': (p: Beyond) =>
    beyond('/flagz', p, 'Check that this address is a kube-apiserver'),
  'bound.haproxy-csv': (p: Beyond) =>
    beyond('the CSV of HAProxy’s statistics', p, ofHaproxy),
  'bound.haproxy-row': (p: Beyond) =>
    beyond('one row of the CSV', p, ofHaproxy),
  'bound.list': (p: Beyond & { kind: string }) =>
    beyond(
      `the ${p.kind}`,
      p,
      'Delete objects that are not needed, or check that the address is that of an API server',
    ),
  'bound.metrics-line': (p: Beyond) =>
    beyond('one line of the metrics page', p, ofMetrics),
  'bound.metrics-page': (p: Beyond) => beyond('the metrics page', p, ofMetrics),
  'bound.object': (p: Beyond & { kind: string; name: string }) =>
    beyond(
      `one object of ${p.kind}, ${p.name}`,
      p,
      'Make the object smaller or delete it',
    ),
  'bound.page': (p: Beyond & { kind: string }) =>
    beyond(
      `a page of the ${p.kind}`,
      p,
      'Check that the address is that of an API server: pages of 500 were requested',
    ),
  'bound.page-document': (p: Beyond & { kind: string }) =>
    document(`a page of the ${p.kind}`, p),
  'bound.status': (p: Beyond) => document('a Status', p),
};
