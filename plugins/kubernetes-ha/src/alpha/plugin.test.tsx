/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  errorAnswer,
  fixtureFleet,
  handlersOf,
  http,
} from 'kubernetes-ha-mock-api';
import { mockServer } from '../__testUtils__/mockServer';
import { openPlugin } from '../__testUtils__/openPlugin';

const fleet = fixtureFleet(10).filter(({ facts }) => facts.name !== 'big');
const server = mockServer(...handlersOf(fleet));

const rows = async () => {
  const table = await screen.findByRole('table');
  return within(table).getAllByRole('row').slice(1);
};

describe('the fleet', () => {
  it('shows the clusters with grade, limit in words, layers, and how they are seen', async () => {
    openPlugin('/kubernetes-ha');
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
  });

  it('takes its filters from the address and clears them', async () => {
    openPlugin('/kubernetes-ha?tier=development');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect((await rows())[0]).toHaveTextContent('even');
  });

  it('says that nothing matches, not that there is nothing', async () => {
    openPlugin('/kubernetes-ha?search=nowhere');
    expect(
      await screen.findByText('No cluster matches these filters'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(fleet.length));
  });

  it('shows a new operator what to configure', async () => {
    server.use(...handlersOf([]));
    openPlugin('/kubernetes-ha');
    expect(await screen.findByText('No cluster yet')).toBeInTheDocument();
    expect(screen.getByText(/kubernetesHa:/)).toBeInTheDocument();
  });

  it('shows what failed and tries again on request', async () => {
    let isBroken = true;
    server.use(
      http.get('/v1/clusters', ({ response }) =>
        isBroken
          ? response('default').json(
              ...errorAnswer(500, 'Error', 'The database does not answer.'),
            )
          : undefined,
      ),
    );
    openPlugin('/kubernetes-ha');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database does not answer.');
    isBroken = false;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await rows()).toHaveLength(fleet.length);
  });
});

describe('a cluster', () => {
  it('marks the weakest link and says what limits it and what fixes it', async () => {
    openPlugin('/kubernetes-ha/clusters/pay-eu');
    const etcd = await screen.findByRole('button', {
      name: /^\s*etcd.*weakest link/,
    });
    expect(etcd).toHaveTextContent('failing');
    expect(screen.getAllByText('weakest link')).toHaveLength(1);
    expect(
      screen.getAllByText(/the host of cp-b .* answers and refuses/).length,
    ).toBeGreaterThan(0);
  });

  it('opens a finding with its evidence, threshold, source and runbook', async () => {
    openPlugin('/kubernetes-ha/clusters/pay-eu');
    await userEvent.click(
      await screen.findByRole('button', { name: /cp-b.*findings/ }),
    );
    const toggle = await screen.findByRole('button', {
      name: /fail.*etcd quorum fault tolerance/,
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    await waitFor(() =>
      expect(
        screen.getByRole('button', {
          name: /fail.*etcd quorum fault tolerance/,
        }),
      ).toHaveAttribute('aria-expanded', 'true'),
    );
    expect(screen.getByText('RB-ETCD-MEMBER-REPLACE')).toBeInTheDocument();
    expect(screen.getByText(/spareMembers: 1 member\b/)).toBeInTheDocument();
    const evidence = screen.getByRole('table', { name: 'Evidence' });
    expect(within(evidence).getByText('observed')).toBeInTheDocument();
  });

  it('narrows the findings to a layer by its link in the chain', async () => {
    openPlugin('/kubernetes-ha/clusters/pay-eu');
    const network = await screen.findByRole('button', { name: /^Network/ });
    await screen.findByRole('button', { name: /cp-b.*findings/ });
    await userEvent.click(network);
    expect(
      await screen.findByText('No open finding in this layer.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /cp-b.*findings/ }),
    ).not.toBeInTheDocument();
  });

  it('shows the arithmetic: caps, deductions and the minimum', async () => {
    openPlugin('/kubernetes-ha/clusters/pay-eu');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the arithmetic' }),
    );
    const table = await screen.findByRole('table', { name: 'The arithmetic' });
    const etcd = within(table)
      .getAllByRole('row')
      .find(row => within(row).queryByText('etcd'))!;
    expect(etcd).toHaveTextContent('caps at 20');
    // No check covers it: there is nothing to show of it anywhere.
    expect(screen.queryByText('Storage')).not.toBeInTheDocument();
    expect(screen.getByText(/Minimum over the layers/)).toHaveTextContent(
      /\d+ \(etcd\).*Grade F/,
    );
  });

  it('says why a grade is provisional', async () => {
    openPlugin('/kubernetes-ha/clusters/data-ap');
    expect(
      await screen.findByText('This grade is provisional: it could be lower'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByText(/no client certificate is configured for etcd/)
        .length,
    ).toBeGreaterThan(0);
  });

  it('distinguishes unknown, absent and observed signals', async () => {
    openPlugin('/kubernetes-ha/clusters/data-ap/signals');
    expect(
      await screen.findByText('Unknown: not configured'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'API server instances' }),
    ).toBeInTheDocument();
  });

  it('says what a provider keeps to itself', async () => {
    openPlugin('/kubernetes-ha/clusters/gke-ml/signals');
    expect(
      (
        await screen.findAllByText(
          'Not part of this cluster: managed by the provider',
        )
      ).length,
    ).toBeGreaterThan(0);
  });

  it.each`
    thing                          | status | name                 | title
    ${'a cluster that is missing'} | ${404} | ${'NotFoundError'}   | ${'Not found, or no permission to read it'}
    ${'a forbidden cluster'}       | ${403} | ${'NotAllowedError'} | ${'No permission'}
    ${'a broken backend'}          | ${500} | ${'Error'}           | ${'This could not be loaded'}
  `(
    'has its own words for $thing',
    async ({ status, name, title }) => {
      server.use(
        http.get('/v1/clusters/{name}', ({ response }) =>
          response('default').json(
            ...errorAnswer(status, name, 'The reason of the backend.'),
          ),
        ),
      );
      openPlugin('/kubernetes-ha/clusters/x');
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(title);
      expect(alert).toHaveTextContent('The reason of the backend.');
    },
    60_000,
  );
});
