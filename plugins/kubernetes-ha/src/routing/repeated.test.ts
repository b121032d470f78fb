/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { repeated } from './repeated';

it.each`
  value              | shown                     | rule
  ${'etcdNoLeader'}  | ${'etcdNoLeader'}         | ${'a name as it is'}
  ${'x'.repeat(253)} | ${'x'.repeat(253)}        | ${'the longest name there is'}
  ${'x'.repeat(9e4)} | ${`${'x'.repeat(253)} …`} | ${'what is no name is cut'}
`('$rule', ({ value, shown }) => {
  expect(repeated(value)).toBe(shown);
});
