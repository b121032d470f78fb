/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ObservedSignal,
  PodInfo,
  SectionName,
} from 'backstage-plugin-kubernetes-ha-common';
import { lateSignal } from './lateSignal';
import { packSignal } from './signalPacking';

/** Holds nothing: as if the garbage had always just been collected. */
class EmptyRef {
  deref() {
    return undefined;
  }
}

const { WeakRef: realRef } = globalThis;
afterEach(() => {
  globalThis.WeakRef = realRef;
});

function podsOf(count: number): PodInfo[] {
  return Array.from({ length: count }, (_, i) => ({
    namespace: 'default',
    name: `web-7d9f8-${i}`,
    nodeName: `node-${i % 30}`,
    phase: 'Running',
    ready: true,
    ownerKind: 'ReplicaSet',
    ownerName: 'web-7d9f8',
    cpuMillis: 100,
    memoryBytes: 128 * 2 ** 20,
    restartCount: i % 7,
    mirror: false,
    hostNetwork: false,
    createdAt: '2026-11-20T10:00:00Z',
    app: 'web',
  }));
}

function observed<T>(value: T): ObservedSignal<T> {
  return {
    state: 'observed',
    source: 'test',
    via: 'test',
    observedAt: '2026-11-29T10:00:00.000Z',
    intervalSeconds: 120,
    value,
  };
}

async function late(name: SectionName, signal: ObservedSignal<unknown>) {
  return lateSignal(name, signal, await packSignal(name, signal));
}

it('is the same signal, and unpacks nothing that somebody holds', async () => {
  const signal = observed(podsOf(3_000));
  const remembered = await late('pods', signal);
  expect(remembered).toEqual(signal);
  expect(remembered?.value).toBe(signal.value);
});

it.each([0, 1, 3_000])(
  'unpacks %d pods when nobody holds them any more, each time the same',
  async count => {
    // Compressed and not.
    const signal = observed(podsOf(count));
    globalThis.WeakRef = EmptyRef as unknown as WeakRefConstructor;
    const remembered = await late('pods', signal);
    expect(remembered?.value).not.toBe(signal.value);
    expect(remembered?.value).toEqual(signal.value);
    expect(JSON.parse(JSON.stringify(remembered))).toEqual(
      JSON.parse(JSON.stringify(signal)),
    );
  },
);

it('leaves other sections, and what would hold up the event loop', async () => {
  expect(await late('nodes', observed([]))).toBeUndefined();
  expect(await late('pods', observed(podsOf(20_000)))).toBeUndefined();
});
