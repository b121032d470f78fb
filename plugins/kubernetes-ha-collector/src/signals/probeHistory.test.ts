/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { withProbeHistory } from './probeHistory';

it('counts failures in a row and remembers the first, until it is ok again', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));
  const failing = { ok: false, reason: 'timeout' as const };
  const first = withProbeHistory(failing, undefined, at(0));
  const second = withProbeHistory(failing, first, at(1));
  expect(second).toEqual({
    ...failing,
    failingSince: '2026-11-23T12:00:00.000Z',
    consecutiveFailures: 2,
  });
  const healed = withProbeHistory({ ok: true, status: 200 }, second, at(2));
  expect(healed).toEqual({ ok: true, status: 200, consecutiveFailures: 0 });
  expect(withProbeHistory(failing, healed, at(3))).toMatchObject({
    failingSince: '2026-11-23T12:03:00.000Z',
    consecutiveFailures: 1,
  });
});
