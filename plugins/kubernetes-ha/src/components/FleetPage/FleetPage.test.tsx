/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf, http } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';
import { testClient } from '../../__testUtils__/testClient';
import { PAGE_SIZE } from './fleetQuery';

const server = mockServer(
  ...handlersOf(fixtureFleet(10).filter(({ facts }) => facts.name !== 'big')),
);

/** Two pages: the second holds one cluster. Answers wait while `gate` is closed. */
async function twoPages() {
  const totals = await testClient().getFleet();
  const [one] = (await testClient().listClusters()).items;
  const named = (index: number): ClusterSummary => ({
    ...one,
    name: `c-${index}`,
    title: undefined,
  });
  const limits: (string | null)[] = [];
  let gate: Promise<void> = Promise.resolve();
  server.use(
    http.get('/v1/fleet', ({ response }) =>
      response(200).json({
        ...totals,
        clusters: PAGE_SIZE + 1,
        owners: ['group:default/team-payments', 'user:default/jo'],
      }),
    ),
    http.get('/v1/clusters', async ({ request, response }) => {
      const { searchParams } = new URL(request.url);
      limits.push(searchParams.get('limit'));
      await gate;
      const offset = Number(searchParams.get('offset') ?? 0);
      const first = offset === 0 ? [named(1), named(2)] : [];
      return response(200).json({
        items: offset === PAGE_SIZE ? [named(51)] : first,
        totalItems: PAGE_SIZE + 1,
      });
    }),
  );
  return {
    limits,
    close: () => {
      let release = () => {};
      gate = new Promise(resolve => {
        release = resolve;
      });
      return () => act(async () => release());
    },
  };
}

it('requests the list beside the totals, and shows it after them', async () => {
  const { limits } = await twoPages();
  const totals = await testClient().getFleet();
  let answer = () => {};
  const asked = new Promise<void>(resolve => {
    answer = resolve;
  });
  server.use(
    http.get('/v1/fleet', async ({ response }) => {
      await asked;
      return response(200).json(totals);
    }),
  );
  openPlugin('/kubernetes-ha');
  await waitFor(() => expect(limits).toHaveLength(1));
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  await act(async () => answer());
  expect(
    await screen.findByRole('table', { name: 'Clusters' }),
  ).toBeInTheDocument();
  expect(limits).toHaveLength(1);
});

describe('the pages of the fleet', () => {
  it('opens the last page for an address beyond it', async () => {
    await twoPages();
    openPlugin('/kubernetes-ha?page=9&tier=production');
    expect(
      await screen.findByRole('link', { name: 'c-51' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Page 2 of 2')).toBeInTheDocument();
    expect(
      screen.queryByText('No cluster matches these filters'),
    ).not.toBeInTheDocument();
  });

  it('keeps rows, pager and focus while a page is turned', async () => {
    const { close } = await twoPages();
    openPlugin('/kubernetes-ha');
    await screen.findByRole('link', { name: 'c-1' });
    const release = close();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('Page 2 of 2');
    expect(screen.getByRole('link', { name: 'c-1' })).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Previous' })).toHaveFocus(),
    );
    await release();
    expect(
      await screen.findByRole('link', { name: 'c-51' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'c-1' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Previous' })).toHaveFocus();
  });

  it('takes the owners from the totals and asks for one page only', async () => {
    const { limits } = await twoPages();
    openPlugin('/kubernetes-ha');
    await screen.findByRole('link', { name: 'c-1' });
    expect(limits).toEqual([String(PAGE_SIZE)]);
    await userEvent.click(screen.getByRole('button', { name: /all Owner/ }));
    const choices = await screen.findByRole('listbox');
    expect(
      within(choices)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual(['team-payments', 'user:default/jo', 'no owner']);
  });
});

describe('ways through the pages', () => {
  it('names the clusters in which something is broken, and what', async () => {
    openPlugin('/kubernetes-ha');
    const row = await screen.findByRole('row', { name: /^Payments EU/ });
    expect(within(row).getByText('broken now')).toBeInTheDocument();
    const { broken } = await testClient().getFleet();
    expect(broken).toContain('pay-eu');
    expect(broken).not.toContain('edge');
    const edge = screen.getByRole('row', { name: /^edge/ });
    expect(within(edge).getByText('weak by design')).toBeInTheDocument();
  });

  it('leads back to the fleet as it was seen', async () => {
    openPlugin('/kubernetes-ha?tier=production&search=pay');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Payments EU' }),
    );
    expect(
      await screen.findByRole('link', { name: /All clusters/ }),
    ).toHaveAttribute('href', '/kubernetes-ha?tier=production&search=pay');
  });

  it('keeps what is open when a tab is changed', async () => {
    openPlugin('/kubernetes-ha/clusters/pay-eu?range=7d&open=passes');
    expect(await screen.findByRole('tab', { name: 'Signals' })).toHaveAttribute(
      'href',
      '/kubernetes-ha/clusters/pay-eu/signals?range=7d&open=passes',
    );
    expect(
      await screen.findByRole('button', { name: /^\d+ checks pass$/ }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('says that an address leads nowhere, and where the fleet is', async () => {
    openPlugin('/kubernetes-ha/clusters/pay-eu/nonsense');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('There is no page at this address');
    expect(within(alert).getByRole('link')).toHaveAttribute(
      'href',
      '/kubernetes-ha',
    );
  });
});
