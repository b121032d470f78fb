/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import * as fc from 'fast-check';
import { portableSha256, Sha256, startSha256 } from './sha256';

function hexOf(hash: Sha256, pieces: readonly string[]): string {
  for (const piece of pieces) hash.update(piece);
  return hash.hex();
}

it('is the SHA-256 of UTF-8 text', () => {
  // printf 'Knoten ä 节点' | sha256sum
  const expected =
    'f00fe379d17ca515c8cebb56845b73120b63714c475446373a824e7a111bb26b';
  expect(hexOf(startSha256(), ['Knoten ä ', '节点'])).toBe(expected);
  expect(hexOf(portableSha256(), ['Knoten ä ', '节点'])).toBe(expected);
});

it('is the same in a browser and in Node, for any text in any pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), pieces => {
      expect(hexOf(startSha256(), pieces)).toBe(
        hexOf(portableSha256(), pieces),
      );
    }),
  );
});
