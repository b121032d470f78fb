/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  sectionSchemas,
  Sections,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import { ApiRequest, ConnectionError, SourceContext } from '../../contracts';
import {
  answeringConnection,
  PartialAnswer,
} from '../../__testUtils__/answeringConnection';
import {
  nextCollection,
  sourceContext,
} from '../../__testUtils__/sourceContext';
import { leaseAnswer } from './__testUtils__/leaseAnswer';
import { createLeasesSource } from './leasesSource';

const date = 'Mon, 23 Nov 2026 12:00:00 GMT';

function leaseObject(name: string, spec: object = {}, labels?: object) {
  return {
    metadata: { name, namespace: 'kube-system', uid: name, labels },
    spec,
  };
}

function page(items: object[], next?: string): PartialAnswer {
  return {
    headers: { date },
    body: JSON.stringify({
      kind: 'LeaseList',
      metadata: { resourceVersion: '7', ...(next && { continue: next }) },
      items,
    }),
  };
}

/** Answers lists of kube-system with `answer`, those of kube-node-lease with nothing. */
function contextAnswering(
  answer: (request: ApiRequest) => PartialAnswer,
): SourceContext {
  return sourceContext({
    now: () => new Date('2026-11-23T11:59:00.000Z'),
    connection: answeringConnection(request =>
      request.path.includes('/kube-system/') ? answer(request) : page([]),
    ),
  });
}

async function look(context: SourceContext) {
  const seen = await createLeasesSource().observe(context);
  signalSchema(sectionSchemas.leases).parse(seen.leases);
  signalSchema(sectionSchemas.nodeLeases).parse(seen.nodeLeases);
  return seen;
}

function history(seen: Pick<Sections, 'leases'>) {
  return seen.leases.state === 'observed'
    ? seen.leases.value.transitionHistory
    : undefined;
}

describe('leasesSource', () => {
  it('projects leases by the clock of the server, not ours', async () => {
    const { leases, nodeLeases } = await look(
      contextAnswering(() =>
        page([
          leaseObject('kube-scheduler', {
            holderIdentity: 'cp-a_1',
            leaseDurationSeconds: 15,
            renewTime: '2026-11-23T11:59:58.123456Z',
            acquireTime: '2026-11-22T10:00:00.000000Z',
            leaseTransitions: 4,
          }),
          leaseObject(
            'apiserver-x',
            { holderIdentity: '' },
            { 'kubernetes.io/hostname': 'cp-a' },
          ),
        ]),
      ),
    );
    expect(leases).toMatchObject({
      state: 'observed',
      value: { serverTime: '2026-11-23T12:00:00.000Z' },
    });
    expect(leases.state === 'observed' && leases.value.leases).toEqual([
      {
        namespace: 'kube-system',
        name: 'kube-scheduler',
        holder: 'cp-a_1',
        durationSeconds: 15,
        renewTime: '2026-11-23T11:59:58.123Z',
        acquireTime: '2026-11-22T10:00:00.000Z',
        transitions: 4,
        labels: {},
      },
      {
        namespace: 'kube-system',
        name: 'apiserver-x',
        labels: { 'kubernetes.io/hostname': 'cp-a' },
      },
    ]);
    // "There was none" is an answer.
    expect(nodeLeases).toMatchObject({
      state: 'observed',
      value: { leases: [] },
    });
  });

  it('reads all pages', async () => {
    const asked: string[] = [];
    const { leases } = await look(
      contextAnswering(({ path }) => {
        asked.push(path.split('?')[1]);
        return path.includes('continue=t%2F2')
          ? page([leaseObject('c')])
          : page([leaseObject('a'), leaseObject('b')], 't/2');
      }),
    );
    expect(asked).toEqual(['limit=250', 'limit=250&continue=t%2F2']);
    expect(
      leases.state === 'observed' && leases.value.leases.map(l => l.name),
    ).toEqual(['a', 'b', 'c']);
  });

  it('asks for protobuf and reads it, page by page', async () => {
    const accepted = new Set<string | undefined>();
    const { leases } = await look(
      contextAnswering(({ path, accept }) => {
        accepted.add(accept);
        const next = path.includes('continue') ? undefined : 't';
        return {
          headers: { date },
          body: leaseAnswer({
            metadata: { ...(next && { continue: next }) },
            items: [leaseObject(next ? 'a' : 'b', { leaseTransitions: 3 })],
          }),
        };
      }),
    );
    expect([...accepted]).toEqual([
      'application/vnd.kubernetes.protobuf, application/json',
    ]);
    expect(
      leases.state === 'observed' &&
        leases.value.leases.map(l => [l.name, l.transitions]),
    ).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
  });

  it.each<[string, PartialAnswer]>([
    [
      'is damaged',
      { headers: { date }, body: Buffer.from('k8s\0\u0012\u0009') },
    ],
    ['something on the way does not let through', { status: 406 }],
  ])('asks for JSON when the protobuf %s', async (_, answer) => {
    const { leases } = await look(
      contextAnswering(({ accept }) =>
        accept === 'application/json' ? page([leaseObject('a')]) : answer,
      ),
    );
    expect(
      leases.state === 'observed' && leases.value.leases.map(l => l.name),
    ).toEqual(['a']);
  });

  it('begins once more when the list expires between two pages', async () => {
    const asked: string[] = [];
    const { leases } = await look(
      contextAnswering(({ path }) => {
        asked.push(path.split('?')[1]);
        if (!path.includes('continue')) return page([leaseObject('a')], 't');
        return asked.length === 2 ? { status: 410 } : page([leaseObject('b')]);
      }),
    );
    expect(asked).toEqual([
      'limit=250',
      'limit=250&continue=t',
      'limit=250',
      'limit=250&continue=t',
    ]);
    expect(
      leases.state === 'observed' && leases.value.leases.map(l => l.name),
    ).toEqual(['a', 'b']);
  });

  it.each<[string, string, (page: number) => PartialAnswer]>([
    [
      'the list expires again and again',
      'server-error',
      n => (n % 2 === 0 ? page([leaseObject('a')], 't') : { status: 410 }),
    ],
    [
      'a later page fails',
      'server-error',
      n => (n === 0 ? page([leaseObject('a')], 't') : { status: 500 }),
    ],
    [
      'it never ends',
      'too-many',
      n => page([leaseObject(`lease-${n}`)], `t${n}`),
    ],
    [
      'one page holds more Leases than are read',
      'too-many',
      () => page(Array.from({ length: 30_000 }, () => ({}))),
    ],
    ['its token repeats', 'invalid-response', () => page([], 'same')],
    [
      'its token is half a surrogate pair',
      'invalid-response',
      () => page([leaseObject('a')], '\ud800'),
    ],
    [
      'an item is no object',
      'invalid-response',
      () => ({ headers: { date }, body: '{"metadata":{},"items":[1,1]}' }),
    ],
    ['it is forbidden', 'forbidden', () => ({ status: 403 })],
    ['the server is busy', 'throttled', () => ({ status: 429 })],
    [
      'it is no list',
      'invalid-response',
      () => ({ body: '{"kind":"Status"}', headers: { date } }),
    ],
    [
      'it is no JSON',
      'invalid-response',
      () => ({ body: '<html>', headers: { date } }),
    ],
    [
      'it has no date',
      'invalid-response',
      () => ({ ...page([]), headers: {} }),
    ],
    [
      'nobody answers',
      'refused',
      () => {
        throw new ConnectionError('refused', 'nobody');
      },
    ],
  ])('is unknown, not half a list, when %s', async (_name, reason, answer) => {
    let pages = 0;
    const { leases, nodeLeases } = await look(
      contextAnswering(() => answer(pages++)),
    );
    expect(leases).toMatchObject({ state: 'unknown', reason });
    expect(nodeLeases.state).toBe('observed');
  });

  it('keeps an hour of elections, without repeating what did not change', async () => {
    let transitions = 1;
    let now = new Date('2026-11-23T12:00:00.000Z');
    let context: SourceContext = {
      ...contextAnswering(() =>
        page([
          leaseObject('kube-scheduler', { leaseTransitions: transitions }),
          leaseObject('kube-controller-manager', { leaseTransitions: 0 }),
          leaseObject('some-operator', { leaseTransitions: 99 }),
        ]),
      ),
      now: () => now,
    };
    const collect = async (time: string) => {
      now = new Date(`2026-11-23T${time}.000Z`);
      const seen = await look(context);
      context = nextCollection(context, seen);
      return history(seen)?.map(
        ({ at, transitions: t }) =>
          `${at.slice(11, 16)} ${t['kube-scheduler']}`,
      );
    };
    expect(await collect('12:00:00')).toEqual(['12:00 1']);
    expect(await collect('12:01:00')).toEqual(['12:00 1']);
    transitions = 2;
    expect(await collect('12:02:00')).toEqual(['12:00 1', '12:02 2']);
    expect(await collect('12:08:00')).toEqual([
      '12:00 1',
      '12:02 2',
      '12:08 2',
    ]);
    expect(await collect('13:01:00')).toEqual([
      '12:02 2',
      '12:08 2',
      '13:01 2',
    ]);
    const last = context.previous.leases;
    expect(
      last?.state === 'observed' &&
        last.value.transitionHistory?.[0].transitions,
    ).toEqual({ 'kube-scheduler': 2, 'kube-controller-manager': 0 });
  });
});
