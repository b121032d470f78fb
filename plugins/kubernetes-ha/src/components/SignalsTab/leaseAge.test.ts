/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeaseInfo } from 'backstage-plugin-kubernetes-ha-common';
import { leaseRenewedAt } from './leaseAge';

const lease: LeaseInfo = {
  namespace: 'kube-system',
  name: 'kube-scheduler',
  labels: {},
  renewTime: '2026-11-25T12:00:00.000Z',
};

describe('leaseRenewedAt', () => {
  it('lays the age by the clock of the server off from the moment of the probe', () => {
    // The server is an hour ahead of us: 5 s old is 5 s old.
    expect(
      leaseRenewedAt(
        lease,
        '2026-11-25T12:00:05.000Z',
        '2026-11-25T11:00:05.000Z',
      ),
    ).toBe('2026-11-25T11:00:00.000Z');
  });

  it('knows no time of a lease that was never renewed', () => {
    expect(
      leaseRenewedAt(
        { ...lease, renewTime: undefined },
        '2026-11-25T12:00:05.000Z',
        '2026-11-25T12:00:05.000Z',
      ),
    ).toBeUndefined();
  });
});
