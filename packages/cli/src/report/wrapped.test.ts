/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { wrapped } from './wrapped';

it('breaks at spaces within the columns, counts wide characters twice, and keeps long words whole', () => {
  expect(wrapped('one two three', '  ', 9)).toEqual(['  one two', '  three']);
  expect(wrapped('节点 节点 节点', '', 9)).toEqual(['节点 节点', '节点']);
  expect(wrapped('https://a-long-address x', '', 5)).toEqual([
    'https://a-long-address',
    'x',
  ]);
});
