/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { KubernetesHaApi } from 'backstage-plugin-kubernetes-ha-common';
import { DevKubernetesHaApi } from '../../dev/DevKubernetesHaApi';
import { devFleet } from '../../dev/fixtures/fleet';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import plugin from './index';

const fleet = devFleet(10).filter(({ facts }) => facts.name !== 'big');

function open(
  path: string,
  api: KubernetesHaApi = new DevKubernetesHaApi(fleet),
) {
  renderTestApp({
    features: [plugin],
    apis: [[kubernetesHaApiRef, api]],
    initialRouteEntries: [path],
  });
  return api;
}

/** The dev API with some answers of its own. */
function apiWith(answers: Partial<KubernetesHaApi>): KubernetesHaApi {
  const api = new DevKubernetesHaApi(fleet);
  return Object.assign(api, answers);
}

const rows = async () => {
  const table = await screen.findByRole('table');
  return within(table).getAllByRole('row').slice(1);
};

describe('the fleet', () => {
  it('shows the clusters with grade, limit in words, layers, and how they are seen', async () => {
    open('/kubernetes-ha');
    const all = await rows();
    expect(all).toHaveLength(fleet.length);
    const pay = all.find(row => within(row).queryByText('Payments EU'))!;
    expect(
      within(pay).getByRole('link', { name: 'Payments EU' }),
    ).toHaveAttribute('href', '/kubernetes-ha/clusters/pay-eu');
    expect(within(pay).getByText(/2 of 3 voters healthy/)).toBeInTheDocument();
    expect(
      within(pay).getByRole('img', { name: /grade F/i }),
    ).toBeInTheDocument();
    expect(
      within(pay).getByRole('img', { name: /^etcd: fail/ }),
    ).toBeInTheDocument();
    const recorded = all.find(row => within(row).queryByText('ha-3az'))!;
    expect(
      within(recorded).getByText('recorded 20 Nov 2026'),
    ).toBeInTheDocument();
    const away = all.find(row => within(row).queryByText('away'))!;
    expect(within(away).getByText('unreachable')).toBeInTheDocument();
    expect(within(away).getByText(/no route to host/)).toBeInTheDocument();
    const unseen = all.find(row => within(row).queryByText('data-ap'))!;
    expect(within(unseen).getByText('provisional')).toBeInTheDocument();
  }, 60_000);

  it('takes its filters from the address and clears them', async () => {
    open('/kubernetes-ha?tier=development');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect((await rows())[0]).toHaveTextContent('even');
  }, 60_000);

  it('says that nothing matches, not that there is nothing', async () => {
    open('/kubernetes-ha?search=nowhere');
    expect(
      await screen.findByText('No cluster matches these filters'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(fleet.length));
  }, 60_000);

  it('tells a new operator what to configure', async () => {
    open('/kubernetes-ha', new DevKubernetesHaApi([]));
    expect(await screen.findByText('No cluster yet')).toBeInTheDocument();
    expect(screen.getByText(/kubernetesHa:/)).toBeInTheDocument();
  }, 60_000);

  it('shows what failed and tries again on request', async () => {
    let answers = false;
    const real = new DevKubernetesHaApi(fleet);
    open(
      '/kubernetes-ha',
      apiWith({
        listClusters: async query => {
          if (!answers) throw new Error('The database does not answer.');
          return real.listClusters(query);
        },
      }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database does not answer.');
    answers = true;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await rows()).toHaveLength(fleet.length);
  }, 60_000);
});

describe('a cluster', () => {
  it('marks the weakest link and says what limits it and what mends it', async () => {
    open('/kubernetes-ha/clusters/pay-eu');
    const etcd = await screen.findByRole('button', {
      name: /^\s*etcd.*weakest link/,
    });
    expect(etcd).toHaveTextContent('failing');
    expect(screen.getAllByText('weakest link')).toHaveLength(1);
    expect(screen.getAllByText(/bring back 1 of: cp-b/).length).toBeGreaterThan(
      0,
    );
  }, 60_000);

  it('opens a finding with its evidence, threshold, source and runbook', async () => {
    open('/kubernetes-ha/clusters/pay-eu');
    const toggle = await screen.findByRole('button', {
      name: /fail.*Spare etcd voters/,
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /fail.*Spare etcd voters/ }),
      ).toHaveAttribute('aria-expanded', 'true'),
    );
    expect(screen.getByText('RB-ETCD-MEMBER-REPLACE')).toBeInTheDocument();
    expect(screen.getByText(/spareMembers: 1 member\b/)).toBeInTheDocument();
    const evidence = screen.getByRole('table', { name: 'Evidence' });
    expect(within(evidence).getByText('observed')).toBeInTheDocument();
  }, 60_000);

  it('narrows the findings to a layer by its link in the chain', async () => {
    open('/kubernetes-ha/clusters/pay-eu');
    const storage = await screen.findByRole('button', { name: /^Storage/ });
    await screen.findByRole('button', { name: /Spare etcd voters/ });
    await userEvent.click(storage);
    expect(
      await screen.findByText('No open finding in this layer.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Spare etcd voters/ }),
    ).not.toBeInTheDocument();
  }, 60_000);

  it('shows the arithmetic: caps, deductions and the minimum', async () => {
    open('/kubernetes-ha/clusters/pay-eu');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the arithmetic' }),
    );
    const table = await screen.findByRole('table', { name: 'The arithmetic' });
    const etcd = within(table)
      .getAllByRole('row')
      .find(row => within(row).queryByText('etcd'))!;
    expect(etcd).toHaveTextContent('caps at 20');
    const storage = within(table)
      .getAllByRole('row')
      .find(row => within(row).queryByText('Storage'))!;
    expect(storage).toHaveTextContent('not assessed');
    expect(screen.getByText(/Minimum over the layers/)).toHaveTextContent(
      /\d+ \(etcd\).*Grade F/,
    );
  }, 60_000);

  it('says why a grade is provisional', async () => {
    open('/kubernetes-ha/clusters/data-ap');
    expect(
      await screen.findByText('This grade is provisional: it could be lower'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByText(/no client certificate is configured for etcd/)
        .length,
    ).toBeGreaterThan(0);
  }, 60_000);

  it('tells unknown, absent and observed signals apart', async () => {
    open('/kubernetes-ha/clusters/data-ap/signals');
    expect(
      await screen.findByText('Could not be told: not configured'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'API server instances' }),
    ).toBeInTheDocument();
  }, 60_000);

  it('says what a provider keeps to itself', async () => {
    open('/kubernetes-ha/clusters/gke-ml/signals');
    expect(
      (
        await screen.findAllByText(
          'Not part of this cluster: managed by the provider',
        )
      ).length,
    ).toBeGreaterThan(0);
  }, 60_000);

  it.each([
    [
      'a cluster that is not there',
      new NotFoundError('There is no cluster "x".'),
      'Not found, or not yours to see',
    ],
    [
      'a cluster that is forbidden',
      new NotAllowedError('Denied.'),
      'You may not see this',
    ],
    ['a broken backend', new Error('boom'), 'This could not be loaded'],
  ])(
    'has its own words for %s',
    async (_case, error, title) => {
      open(
        '/kubernetes-ha/clusters/x',
        apiWith({
          getCluster: async () => {
            throw error;
          },
        }),
      );
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(title);
      expect(alert).toHaveTextContent(error.message);
    },
    60_000,
  );
});
