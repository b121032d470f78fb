/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import stringify from 'safe-stable-stringify';
import { canonicalJson } from './canonicalJson';

it('writes what a stable stringify writes, whatever the keys', () => {
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('10', '9', '-1', '1e3', '__proto__', 'b', 'a', 'é', ''),
  );
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(undefined, NaN, -0, 1e21, '\ud800', '\u2028'),
      fc.array(tie('tree')),
      fc.dictionary(key, tie('tree'), { noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, value => {
      expect(canonicalJson(value)).toBe(stringify(value));
    }),
    { numRuns: 500 },
  );
});

it('asks what says by itself how it is written', () => {
  const value = { b: new Date(0), a: [{ toJSON: () => ({ z: 1, y: 2 }) }] };
  expect(canonicalJson(value)).toBe(stringify(value));
});

it('leaves the value as it was', () => {
  const value = Object.freeze({ b: Object.freeze([{ d: 1, c: 2 }]), a: 0 });
  expect(canonicalJson(value)).toBe('{"a":0,"b":[{"c":2,"d":1}]}');
  expect(Object.keys(value)).toEqual(['b', 'a']);
});
