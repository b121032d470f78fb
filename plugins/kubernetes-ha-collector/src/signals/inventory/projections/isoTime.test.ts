/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { isoTime } from './isoTime';

const YEAR_10000 = 253_402_300_800;

it('writes a time as Date does, to the second', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1 - YEAR_10000, max: YEAR_10000 - 1 }),
      seconds => {
        const written = new Date(seconds * 1000).toISOString();
        expect(isoTime(seconds)).toBe(written.replace('.000Z', 'Z'));
      },
    ),
  );
});

it.each([undefined, NaN, Infinity, YEAR_10000, -YEAR_10000, 2 ** 60])(
  'writes nothing for %p',
  seconds => {
    expect(isoTime(seconds)).toBeUndefined();
  },
);
