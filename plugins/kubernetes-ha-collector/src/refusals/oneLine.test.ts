/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { DETAIL_CHARACTERS, oneLine } from './oneLine';

const credential = 'eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl';

describe('oneLine', () => {
  it('answers one line within the limit for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2_000 }),
        fc.nat(20_000),
        (piece, times) => {
          const text = piece.repeat(Math.ceil(times / (piece.length + 1)));
          const line = oneLine(text);
          expect(line.length).toBeLessThanOrEqual(DETAIL_CHARACTERS);
          // eslint-disable-next-line no-control-regex
          expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads a text to its bound and no further', () => {
    // What stands behind the first 8,000 characters changes nothing.
    const start = 'a '.repeat(4_000);
    const hidden = 'password=swordfish '.repeat(100_000);
    expect(oneLine(start + hidden, 9_000)).toBe(oneLine(`${start}b`, 9_000));
  });

  it('shows no part of a credential that the bound cuts in two', () => {
    for (let before = 7_950; before <= 8_000; before++) {
      const text = `Bearer ${'x'.repeat(before - 8)} ${credential} rest`;
      expect(oneLine(text)).not.toMatch(/eyJ/);
    }
  });

  it.each([
    ['tokens begun again and again', 'eyJ-'],
    ['user names without an end', '//a:b'],
    ['blanks after Bearer', 'Bearer     '],
    ['keys without an end', '-----BEGIN A-----'],
    ['secrets', 'token=token='],
  ])('a readyz page of 254 KiB: %s', (_, piece) => {
    const page = piece.repeat((254 * 1024) / piece.length);
    expect(oneLine(page).length).toBeLessThanOrEqual(DETAIL_CHARACTERS);
  });
});
