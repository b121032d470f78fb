/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { Remembered, SignalMemory } from './SignalMemory';

const context = {
  now: () => new Date('2026-11-23T12:00:00Z'),
  intervalSeconds: 30,
};
const remembered = (bytes: number): Remembered => ({
  epoch: 1,
  signal: observedEtcd(context, { voters: 3, healthy: 3 }),
  bytes,
});
const only = (entry: Remembered) => new Map([['etcd' as const, entry]]);
const found = (memory: SignalMemory, cluster: string) =>
  memory.get(cluster).get('etcd');

/** The weak references that are made from now on. The collector of garbage cannot be told to run; one of these can be told to be dead. */
function weakRefs(): { deref: () => unknown }[] {
  const refs: { deref: () => unknown }[] = [];
  const Real = globalThis.WeakRef;
  jest.spyOn(globalThis, 'WeakRef').mockImplementation(target => {
    const ref = new Real(target);
    refs.push(ref);
    return ref;
  });
  return refs;
}

afterEach(() => jest.restoreAllMocks());

describe('the memory of signals', () => {
  it('keeps what there is room for', () => {
    const memory = new SignalMemory(100);
    const [one, two] = [remembered(60), remembered(40)];
    memory.set('one', only(one));
    memory.set('two', only(two));
    expect(found(memory, 'one')).toBe(one);
    expect(found(memory, 'two')).toBe(two);
    expect(found(memory, 'three')).toBeUndefined();
  });

  it('finds beyond that what somebody still holds, and lets go of it', () => {
    const refs = weakRefs();
    const memory = new SignalMemory(100);
    const [one, two] = [remembered(100), remembered(1)];
    memory.set('one', only(one));
    memory.set('two', only(two));
    expect(found(memory, 'two')).toBe(two);
    expect(refs).toHaveLength(1);
    jest.spyOn(refs[0], 'deref').mockReturnValue(undefined);
    expect(found(memory, 'two')).toBeUndefined();
    expect(found(memory, 'one')).toBe(one);
  });

  it('makes room only by what was not used for a while', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    const refs = weakRefs();
    const memory = new SignalMemory(100);
    memory.set('one', only(remembered(100)));
    now.mockReturnValue(10 * 60_000);
    memory.set('two', only(remembered(100)));
    expect(refs).toHaveLength(1);
    now.mockReturnValue(21 * 60_000);
    const three = remembered(100);
    memory.set('three', only(three));
    expect(found(memory, 'three')).toBe(three);
    expect(found(memory, 'one')).toBeUndefined();
    expect(refs).toHaveLength(1);
  });

  it('has the newest of a cluster alone', () => {
    const memory = new SignalMemory(100);
    memory.set('one', only(remembered(60)));
    const newer = remembered(80);
    memory.set('one', only(newer));
    expect(found(memory, 'one')).toBe(newer);
  });
});
