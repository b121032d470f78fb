/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { goDurationSeconds } from './goDuration';

it.each`
  text       | seconds
  ${'5m0s'}  | ${300}
  ${'1h30m'} | ${5400}
  ${'1.5s'}  | ${1.5}
  ${'100ms'} | ${0.1}
  ${'0'}     | ${0}
  ${'-5s'}   | ${-5}
  ${'10'}    | ${undefined}
  ${''}      | ${undefined}
  ${'5 min'} | ${undefined}
`('$text is $seconds s', ({ text, seconds }) => {
  // Tenths of a second are not exact in binary.
  const result = goDurationSeconds(text);
  expect(result && Number(result.toFixed(9))).toBe(seconds);
});

it('reads back whole hours, minutes and seconds', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(59), fc.nat(59), (h, m, s) => {
      expect(goDurationSeconds(`${h}h${m}m${s}s`)).toBe(h * 3600 + m * 60 + s);
    }),
  );
});
