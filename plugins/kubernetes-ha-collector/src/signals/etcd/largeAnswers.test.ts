/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdInfo, Signal } from 'backstage-plugin-kubernetes-ha-common';
import { ListedByScript, ScriptedEtcd } from '../../__testUtils__/scriptedEtcd';
import { sourceContext } from '../../__testUtils__/sourceContext';
import { ANSWER, MEMBERS } from './bounds';
import { createEtcdSource } from './etcdSource';

/** What the source says of an etcd with these members. */
async function look(
  members: readonly Partial<ListedByScript>[],
): Promise<Signal<EtcdInfo>> {
  const etcd = new ScriptedEtcd(members);
  const source = createEtcdSource({
    etcd: { endpoints: [await etcd.start()] },
  });
  try {
    return (await source.observe(sourceContext())).etcd;
  } finally {
    await source.close?.();
    etcd.stop();
  }
}

const urls = (count: number, host: string) =>
  Array.from({ length: count }, (_, i) => `unix://${host}:${i}`);

it('a member list beyond the bound of one answer is too large, with what was seen and the bound', async () => {
  const clientURLs = urls(ANSWER.bytes / 16, 'a-host-of-etcd');
  expect(await look([{ ID: '1', name: 'one', clientURLs }])).toMatchObject({
    state: 'unknown',
    reason: 'too-large',
    detail: expect.stringMatching(
      new RegExp(
        `^the answer of http://127\\.0\\.0\\.1:\\d+ to etcdserverpb\\.Cluster/MemberList: \\d{6} bytes; the bound is ${ANSWER.bytes}\\. Check that it is an etcd member that answers$`,
      ),
    ),
  });
});

it('the largest member list that is read has room for long names and addresses', async () => {
  const host = `${'a'.repeat(63)}.etcd.example.com`;
  const members = Array.from({ length: MEMBERS }, (_, i) => ({
    ID: String(i + 1),
    name: `${i}.${host}`,
    clientURLs: urls(8, host),
    peerURLs: urls(8, host),
  }));
  const signal = await look(members);
  expect(signal.state === 'observed' && signal.value.members).toHaveLength(
    MEMBERS,
  );
});

it('a list of far more members than any etcd has is too many, before it is decoded', async () => {
  const empty = Array.from({ length: 100_000 }, () => ({}));
  expect(await look(empty)).toMatchObject({
    state: 'unknown',
    reason: 'too-many',
    detail: expect.stringMatching(
      /^the answer of http:\S+ to etcdserverpb\.Cluster\/MemberList: more than 1000 entries\. Check/,
    ),
  });
});

it('a list of more members than the bound is too many, with their number', async () => {
  const members = Array.from({ length: MEMBERS + 1 }, (_, i) => ({
    ID: String(i + 1),
  }));
  expect(await look(members)).toMatchObject({
    state: 'unknown',
    reason: 'too-many',
    detail: expect.stringContaining(
      `lists ${MEMBERS + 1} members; the bound is ${MEMBERS}`,
    ),
  });
});
