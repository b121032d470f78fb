/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { jsonPieces } from './jsonPieces';

it('joined, is what JSON.stringify gives', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
    }),
  );
});

it('leaves out what JSON leaves out', () => {
  const value = { a: undefined, b: [undefined, 1], c: () => 1, d: new Date(0) };
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
});

it('keeps each piece of a long list in a snapshot small', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({ name: `pod-${i}` }));
  const snapshot = { sections: { pods: { state: 'observed', value: rows } } };
  const longest = Math.max(
    ...[...jsonPieces(snapshot)].map(({ length }) => length),
  );
  expect(longest).toBeLessThan(JSON.stringify(snapshot).length / 100);
});
