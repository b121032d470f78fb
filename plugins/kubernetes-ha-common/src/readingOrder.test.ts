/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { inReadingOrder } from './readingOrder';

it('sorts numbers inside texts by their value, and leaves the list as it was', () => {
  const list = ['cp-10', 'cp-9', '10.0.0.10:6443', '10.0.0.9:6443', 'cp-a'];
  const before = [...list];
  expect(inReadingOrder(list, text => text)).toEqual([
    '10.0.0.9:6443',
    '10.0.0.10:6443',
    'cp-9',
    'cp-10',
    'cp-a',
  ]);
  expect(list).toEqual(before);
});

it('keeps the order of what reads alike', () => {
  const list = [
    { name: '', id: 'b' },
    { name: 'cp-a', id: 'c' },
    { name: '', id: 'a' },
  ];
  expect(inReadingOrder(list, ({ name }) => name).map(({ id }) => id)).toEqual([
    'b',
    'a',
    'c',
  ]);
});
