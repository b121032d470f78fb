/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { INTERNED_BYTES, INTERNED_VALUES } from './bounds';
import { LabelValues } from './labelValues';

function reading(values: LabelValues) {
  return (text: string) => {
    const bytes = Buffer.from(`"${text}"`);
    return values.at(bytes, 1, bytes.length - 1);
  };
}

it('knows a value again, and takes no other for it', () => {
  const at = reading(new LabelValues());
  const get = at('GET');
  expect(get).toEqual({ text: 'GET', id: 1 });
  expect(at('PUT')).toEqual({ text: 'PUT', id: 2 });
  expect(at('GET')).toBe(get);
});

it('keeps no value that is longer than its bound, so that none is compared with the next', () => {
  const at = reading(new LabelValues());
  const short = 'a'.repeat(INTERNED_BYTES);
  expect(at(short).id).toBe(1);
  for (const first of 'xyz') {
    const long = first + 'a'.repeat(INTERNED_BYTES);
    expect(at(long)).toEqual({ text: long });
  }
  // They have taken no place.
  expect(at('b').id).toBe(2);
});

it('keeps so many values and no more', () => {
  const at = reading(new LabelValues());
  const ids = Array.from(
    { length: INTERNED_VALUES + 2 },
    (_, i) => at(`v${i}`).id,
  );
  expect(ids.slice(-3)).toEqual([INTERNED_VALUES, undefined, undefined]);
  expect(at('v0').id).toBe(1);
});

it('keeps no value beyond ASCII: other bytes may be the same text', () => {
  const at = reading(new LabelValues());
  expect(at('größe')).toEqual({ text: 'größe' });
});
