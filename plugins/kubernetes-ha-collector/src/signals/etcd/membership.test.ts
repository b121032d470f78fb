/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Long because its cases share one real etcd cluster, which takes seconds to start.

import {
  checks,
  ClusterSnapshot,
  runCheck,
  say,
  sectionNames,
  Sections,
  Signal,
  SNAPSHOT_SCHEMA_VERSION,
} from 'backstage-plugin-kubernetes-ha-common';
import { describeWithLab } from '../../__testUtils__/describeWithLab';
import {
  nextCollection,
  sourceContext,
} from '../../__testUtils__/sourceContext';
import { TestEtcd } from '../../__testUtils__/testEtcd';
import type { SignalSource } from '../../contracts';
import { EtcdEndpoints } from '../../etcd/etcdEndpoints';
import { TlsMaterialSource } from '../../etcd/tlsMaterial';
import { askStatus } from './askStatus';
import { ANSWER } from './bounds';
import { createEtcdSource } from './etcdSource';
import { probeMember } from './memberProbe';

type EtcdSignal = Sections['etcd'];

function valueOf(signal: EtcdSignal) {
  if (signal.state !== 'observed') {
    throw new Error(`not observed: ${JSON.stringify(signal)}`);
  }
  return signal.value;
}

/** What a check answers on a snapshot of etcd alone, `seconds` after it was taken. */
function judged(id: string, etcd: EtcdSignal, seconds = 0) {
  const check = checks.find(each => each.id === id)!;
  const { observedAt } = etcd;
  const sections = Object.fromEntries(
    sectionNames.map(name => [
      name,
      {
        state: 'unknown',
        reason: 'not-collected',
        detail: '',
        source: 'test',
        via: 'test',
        observedAt,
      },
    ]),
  ) as Sections;
  const snapshot: ClusterSnapshot = {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    cluster: {
      name: 'test',
      tier: 'production',
      platform: 'self-managed',
      connection: 'kubeconfig',
    },
    takenAt: new Date(Date.parse(observedAt) + seconds * 1000).toISOString(),
    sections: { ...sections, etcd },
  };
  const { status, observed } = runCheck(check, snapshot);
  return { status, says: say(observed) };
}

/** The names in the membership that a member reports; why not, when it does not. */
function viewsOf(
  signal: EtcdSignal,
): Record<string, string[] | string | undefined> {
  return Object.fromEntries(
    valueOf(signal).members.map(({ name, membership }) => [
      name,
      membership?.state === 'observed'
        ? membership.value.members.map(each => each.name).sort()
        : reasonOf(membership),
    ]),
  );
}

function reasonOf(signal: Signal<unknown> | undefined): string | undefined {
  return signal?.state === 'unknown' ? signal.reason : undefined;
}

const AGREEMENT = 'etcd-membership-agreement';
const three = ['member-1', 'member-2', 'member-3'];

describeWithLab('the membership by the word of each real member', () => {
  let etcd: TestEtcd;
  let source: SignalSource<'etcd'>;

  beforeAll(async () => {
    etcd = await TestEtcd.start({ members: 3 });
    const { endpoints, client } = etcd;
    source = createEtcdSource({ etcd: { endpoints, ...client } });
  });

  afterAll(async () => {
    await source?.close?.();
    await etcd?.stop();
  });

  const look = async (context = sourceContext()) =>
    (await source.observe(context)).etcd;
  const idOf = (signal: EtcdSignal, wanted: string) =>
    valueOf(signal).members.find(({ name }) => name === wanted)!.id;

  /** Collects until the condition holds. */
  async function collectUntil(holds: (signal: EtcdSignal) => boolean) {
    for (let i = 0; i < 60; i++) {
      const signal = await look();
      if (holds(signal)) return signal;
    }
    throw new Error('60 collections, and the condition never held');
  }

  /** A member as it is looked at when the list says that it votes. */
  async function probeListedAsVoter(signal: EtcdSignal, wanted: string) {
    const member = valueOf(signal).members.find(({ name }) => name === wanted)!;
    const endpoints = new EtcdEndpoints(
      new TlsMaterialSource(etcd.client),
      ANSWER,
    );
    try {
      await endpoints.refresh();
      const context = sourceContext();
      const asked = await askStatus(
        endpoints.at(member.clientUrls[0]),
        context.signal,
        context.now,
      );
      const listed = {
        ID: member.id,
        name: member.name,
        peerURLs: member.peerUrls,
        clientURLs: member.clientUrls,
        isLearner: false,
      };
      return await probeMember(
        context,
        { listed, asked },
        { nodes: [], zones: {}, byHost: new Map(), previous: undefined },
      );
    } finally {
      endpoints.close();
    }
  }

  it('is the same from all three', async () => {
    const signal = await look();
    expect(viewsOf(signal)).toEqual({
      'member-1': three,
      'member-2': three,
      'member-3': three,
    });
    expect(judged(AGREEMENT, signal)).toEqual({
      status: 'pass',
      says: 'member-1, member-2 and member-3 report the same membership: 3 voters',
    });
  });

  it('has a learner, which is not asked, until it is removed', async () => {
    await etcd.addLearner();
    const four = [...three, 'member-4'];
    // Each has to hear the name that the new member publishes, and the list too.
    const joined = await collectUntil(
      signal =>
        valueOf(signal).members.some(({ name }) => name === 'member-4') &&
        three.every(name => viewsOf(signal)[name]?.includes('member-4')),
    );
    expect(viewsOf(joined)).toStrictEqual({
      'member-1': four,
      'member-2': four,
      'member-3': four,
      'member-4': undefined,
    });
    expect(judged(AGREEMENT, joined).says).toMatch(/3 voters and 1 learner$/);

    // etcd-io/etcd#18347: listed as a voter, it is asked as one.
    const asVoter = await probeListedAsVoter(joined, 'member-4');
    expect(asVoter).toMatchObject({
      health: {
        ok: false,
        status: 503,
        detail: expect.stringContaining('non_learner'),
      },
      status: { state: 'observed', value: { isLearner: true } },
    });

    await etcd.remove(idOf(joined, 'member-4'));
    const removed = await collectUntil(
      signal => judged(AGREEMENT, signal, 11).status === 'pass',
    );
    expect(viewsOf(removed)).toEqual({
      'member-1': three,
      'member-2': three,
      'member-3': three,
    });
  });

  it('is contradicted by a member that was forced into a cluster of its own', async () => {
    await etcd.kill(2);
    await etcd.runAlone(2);
    // It may have led the others, who have no list to agree on before they elect another.
    await etcd.ready(0);
    const signal = await look();
    expect(viewsOf(signal)).toEqual({
      'member-1': three,
      'member-2': three,
      'member-3': ['member-3'],
    });
    const ids = ['member-1', 'member-2'].map(name => idOf(signal, name));
    const result = judged(AGREEMENT, signal);
    expect(result.status).toBe('fail');
    for (const [i, name] of ['member-1', 'member-2'].entries()) {
      expect(result.says).toContain(
        `member-3 does not list ${name} (${ids[i]}), which the others do`,
      );
    }
  });

  it('is contradicted by a removed member that goes on running', async () => {
    const id = idOf(await look(), 'member-3');
    await etcd.remove(id);
    const context = sourceContext();
    const first = await look(context);
    expect(valueOf(first).members.map(({ name }) => name)).toEqual([
      'member-1',
      'member-2',
    ]);
    expect(judged(AGREEMENT, first).status).toBe('pass');

    const second = await look(nextCollection(context, { etcd: first }));
    const [endpoint] = etcd.endpoints.slice(2);
    expect(valueOf(second).unlisted).toEqual([
      { id, endpoint, since: valueOf(first).unlisted?.[0].since },
    ]);
    expect(judged(AGREEMENT, second, 10)).toEqual({
      status: 'fail',
      says: `${endpoint} answers as member ${id}, which is not in the member list`,
    });
  });
});
