/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { wordTime } from './wordTime';

const HOUR = 3_600;
const at = new Date(2026, 10, 26, 8, 4, 5).getTime() / 1000;

it.each`
  span           | language | words
  ${120}         | ${'en'}  | ${'08:04:05'}
  ${600}         | ${'en'}  | ${'08:04'}
  ${48 * HOUR}   | ${'en'}  | ${'08:04'}
  ${168 * HOUR}  | ${'en'}  | ${'26 Nov'}
  ${168 * HOUR}  | ${'zh'}  | ${'11月26日'}
  ${9000 * HOUR} | ${'en'}  | ${'Nov 2026'}
  ${9000 * HOUR} | ${'zh'}  | ${'2026年11月'}
`(
  'a time on an axis of $span s in $language: $words',
  ({ span, language, words }) => {
    expect(wordTime(at, span, language)).toBe(words);
  },
);
