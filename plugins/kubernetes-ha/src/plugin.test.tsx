/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { FlatRoutes } from '@backstage/core-app-api';
import { Route } from 'react-router-dom';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from './__testUtils__/mockServer';
import { testClient } from './__testUtils__/testClient';
import { kubernetesHaApiRef } from './api/kubernetesHaApiRef';
import { KubernetesHaPage, kubernetesHaPlugin } from './plugin';

mockServer(...handlersOf(fixtureFleet(2)));

describe('the plugin for the old frontend system', () => {
  it('provides its API and one page', () => {
    expect(kubernetesHaPlugin.getId()).toBe('kubernetes-ha');
    expect([...kubernetesHaPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      kubernetesHaApiRef.id,
    ]);
  });

  it('shows the fleet in its own shell, and a cluster below it', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[kubernetesHaApiRef, testClient()]]}>
        <FlatRoutes>
          <Route path="/kubernetes-ha" element={<KubernetesHaPage />} />
        </FlatRoutes>
      </TestApiProvider>,
      { routeEntries: ['/kubernetes-ha'] },
    );
    expect(
      await screen.findByRole('heading', { name: 'Kubernetes HA' }),
    ).toBeInTheDocument();
    const link = await screen.findByRole('link', { name: 'Payments EU' });
    expect(link).toHaveAttribute('href', '/kubernetes-ha/clusters/pay-eu');
  });
});
