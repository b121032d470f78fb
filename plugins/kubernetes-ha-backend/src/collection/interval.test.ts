/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { stretchedInterval } from './interval';

it('is the configured interval while reading is quick', () => {
  expect(stretchedInterval(120, 0)).toBe(120);
  expect(stretchedInterval(120, 6_000)).toBe(120);
  expect(stretchedInterval(120, 6_001)).toBe(121);
});

it('leaves at least nineteen parts of rest for one of reading', () => {
  fc.assert(
    fc.property(fc.nat(3600), fc.nat(1_000_000), (base, readingMs) => {
      const rest = stretchedInterval(base, readingMs) * 1000 - readingMs;
      // Nineteen to one, told without dividing by the share again.
      expect(rest).toBeGreaterThanOrEqual(19 * readingMs - 1);
    }),
  );
});
