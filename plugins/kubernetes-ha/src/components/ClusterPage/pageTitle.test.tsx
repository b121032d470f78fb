/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { waitFor } from '@testing-library/react';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';
import { testClient } from '../../__testUtils__/testClient';

const [brokenCluster, ...others] = fixtureFleet(3);
const server = mockServer();

describe('the title of a page', () => {
  it('names grade, score and cluster', async () => {
    server.use(...handlersOf([brokenCluster]));
    const { grade, score } = await testClient().getCluster('pay-eu');
    openPlugin('/kubernetes-ha/clusters/pay-eu');
    await waitFor(() =>
      expect(document.title).toBe(`${grade} ${score} · pay-eu – Kubernetes HA`),
    );
  });

  it('of the fleet says how many clusters are broken', async () => {
    server.use(...handlersOf([brokenCluster, ...others]));
    const { broken } = await testClient().getFleet();
    expect(broken.length).toBeGreaterThan(0);
    openPlugin('/kubernetes-ha');
    await waitFor(() =>
      expect(document.title).toMatch(
        new RegExp(`^${broken.length} clusters? broken – Kubernetes HA$`),
      ),
    );
  });

  it('of a fleet without anything broken says how many there are', async () => {
    server.use(
      ...handlersOf([{ ...brokenCluster, now: brokenCluster.earlier }]),
    );
    openPlugin('/kubernetes-ha');
    await waitFor(() =>
      expect(document.title).toBe('1 cluster – Kubernetes HA'),
    );
  });
});
