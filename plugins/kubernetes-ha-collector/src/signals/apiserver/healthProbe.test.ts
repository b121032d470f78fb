/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as passed } from 'node:timers/promises';
import { sourceContext } from '../../__testUtils__/sourceContext';
import type { ApiEndpoint } from '../../contracts';
import { probeHealth } from './healthProbe';

/** What each of the two checks of etcd takes in an API server that has lost it. */
const ETCD_CHECK_MS = 2_000;

/** An API server whose etcd is dead: both checks run into their time, one after the other. */
const withoutEtcd: ApiEndpoint = {
  url: 'https://192.0.2.1:6443',
  request: async ({ signal }) => {
    await passed(ETCD_CHECK_MS, undefined, { signal });
    await passed(ETCD_CHECK_MS, undefined, { signal });
    const page =
      '[+]ping ok\n[-]etcd failed: reason withheld\n[-]etcd-readiness failed: reason withheld\nreadyz check failed\n';
    return {
      status: 500,
      headers: {},
      body: Buffer.from(page),
      latencyMs: 2 * ETCD_CHECK_MS,
    };
  },
};

describe('probeHealth', () => {
  it('waits for the answer of an API server that has lost its etcd', async () => {
    const { probe } = await probeHealth(
      sourceContext(),
      withoutEtcd,
      '/readyz?verbose',
      undefined,
    );
    expect(probe).toMatchObject({
      ok: false,
      status: 500,
      detail: 'HTTP 500: etcd, etcd-readiness failed',
    });
  });
});
