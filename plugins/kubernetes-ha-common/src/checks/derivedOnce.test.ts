/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { derivedOnce } from './derivedOnce';

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
