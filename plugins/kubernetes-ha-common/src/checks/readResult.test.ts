/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../messages';
import { snapshotWith } from '../testing/snapshotWith';
import { readResult, type StoredResult } from './readResult';
import { runCheck } from './runChecks';
import { checks } from './registry';

const result = runCheck(checks[0], snapshotWith({}));

it.each([
  'lb-redundancy.unblocks',
  'lb-redundancy.unblocks-add',
  'topology.not-zones-unblocks',
  'lease.clock-ahead-unblocks',
])('words a fix that an earlier version stored as %s', code => {
  const stored: StoredResult = {
    ...result,
    unblocks: { code, params: { instances: ['haproxy-1'] } },
  };
  const read = readResult(stored);
  expect(read).not.toHaveProperty('unblocks');
  expect(read.fix && say(read.fix)).not.toContain(code);
  expect(read.fix && say(read.fix)).not.toContain('{');
});

it('leaves a result of this version as it is', () => {
  expect(readResult(result)).toBe(result);
});
