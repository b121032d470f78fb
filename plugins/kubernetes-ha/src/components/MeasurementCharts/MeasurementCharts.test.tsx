/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, within } from '@testing-library/react';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { fixtureFleet, handlersOf, http } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { testClient } from '../../__testUtils__/testClient';
import { kubernetesHaApiRef } from '../../api/kubernetesHaApiRef';
import { MeasurementCharts } from './MeasurementCharts';

/** A machine of this cluster has been down for eleven minutes. */
const server = mockServer(...handlersOf(fixtureFleet(1)));

function show() {
  renderInTestApp(
    <TestApiProvider apis={[[kubernetesHaApiRef, testClient()]]}>
      <MeasurementCharts name="pay-eu" />
    </TestApiProvider>,
  );
  return screen.findByRole('figure', { name: /database size/ });
}

describe('MeasurementCharts', () => {
  it('says since when a member is down, and shows no value of before as one of now', async () => {
    const chart = await show();
    const dead = await within(chart).findByText(/cp-b · down since/);
    expect(dead).toHaveTextContent(/–$/);
    expect(within(chart).getByText(/^cp-a/)).toHaveTextContent(/MiB$/);
  });

  it('says only since when there is no value, where no reason is known', async () => {
    server.use(
      http.get('/v1/clusters/{name}/incidents', ({ response }) =>
        response(200).json({ items: [], more: false }),
      ),
    );
    const chart = await show();
    expect(
      await within(chart).findByText(/cp-b · no value since/),
    ).toBeInTheDocument();
  });

  it('says since when anything was measured, where that is not all of the range', async () => {
    const newest = new Date().toISOString();
    server.use(
      http.get('/v1/clusters/{name}/measurements', ({ response }) =>
        response(200).json([
          { at: newest, values: { 'etcd-db-size': { 'cp-a': 1e6 } } },
        ]),
      ),
    );
    await show();
    expect(screen.getByText(/^First measured/)).toBeInTheDocument();
  });
});
