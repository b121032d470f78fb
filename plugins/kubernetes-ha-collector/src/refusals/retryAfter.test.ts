/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { retryAfterSeconds } from './retryAfter';

const nowMs = Date.parse('2026-11-23T12:00:00.000Z');

describe('retryAfterSeconds', () => {
  it.each<[string, number, string | undefined, number | undefined]>([
    ['a number', 429, '300', 300],
    ['nought', 429, '0', 0],
    ['a date', 429, 'Mon, 23 Nov 2026 12:05:00 GMT', 300],
    ['a date that has passed', 429, 'Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['neither', 429, 'soon', undefined],
    ['nothing', 429, undefined, undefined],
    ['another status: a sick server is asked again', 503, '300', undefined],
  ])('%s', (_name, status, asked, seconds) => {
    expect(
      retryAfterSeconds({ status, headers: { 'retry-after': asked } }, nowMs),
    ).toBe(seconds);
  });
});
