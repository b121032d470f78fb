/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { derivedFrom, derivedOnce } from './derivedOnce';

it('derives once for each key and each set of signals', () => {
  const derive = jest.fn((key: string, signals: { n: number }) => ({
    key,
    n: signals.n,
  }));
  const once = derivedOnce(derive);
  const one = { n: 1 };
  const two = { n: 2 };
  expect(once('a', one)).toEqual({ key: 'a', n: 1 });
  expect(once('a', one)).toBe(once('a', one));
  expect(once('b', one)).toEqual({ key: 'b', n: 1 });
  expect(once('a', two)).toEqual({ key: 'a', n: 2 });
  expect(derive).toHaveBeenCalledTimes(3);
});

it('derives once from each value, also nothing', () => {
  const derive = jest.fn((names: readonly string[]) =>
    names.find(name => name.startsWith('b')),
  );
  const once = derivedFrom(derive);
  const none = ['a'];
  const one = ['a', 'b'];
  expect([once(none), once(one), once(none), once(one)]).toEqual([
    undefined,
    'b',
    undefined,
    'b',
  ]);
  expect(derive).toHaveBeenCalledTimes(2);
});
