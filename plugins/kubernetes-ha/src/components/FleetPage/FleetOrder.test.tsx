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
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';
import { testClient } from '../../__testUtils__/testClient';

const server = mockServer(
  ...handlersOf(fixtureFleet(10).filter(({ facts }) => facts.name !== 'big')),
);

/** The questions that the page asks for the list. */
function asked(path: '/v1/clusters' | '/v1/clusters.csv') {
  const queries: string[] = [];
  server.events.on('request:start', ({ request }) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith(path)) queries.push(String(searchParams));
  });
  return queries;
}

/** Names of the rows, from the top. */
async function rows() {
  const table = await screen.findByRole('table', { name: 'Clusters' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('link')[0].textContent);
}

describe('the order of the fleet', () => {
  it('is what is broken first, as the API has it', async () => {
    openPlugin('/kubernetes-ha');
    const { items } = await testClient().listClusters();
    expect(await rows()).toEqual(items.map(({ title, name }) => title ?? name));
    expect(items[0].headline?.verdict).toBe('broken');
  });

  it('follows a heading, both ways and back, and says so', async () => {
    const queries = asked('/v1/clusters');
    openPlugin('/kubernetes-ha');
    const heading = await screen.findByRole('columnheader', {
      name: /Most urgent/,
    });
    expect(heading).toHaveAttribute('aria-sort', 'none');
    const button = within(heading).getByRole('button');
    await userEvent.click(button);
    expect(heading).toHaveAttribute('aria-sort', 'descending');
    await waitFor(() =>
      expect(queries.at(-1)).toBe(
        'order=broken&direction=descending&offset=0&limit=50',
      ),
    );
    await userEvent.click(button);
    expect(heading).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(button);
    expect(heading).toHaveAttribute('aria-sort', 'none');
    expect(
      screen
        .getAllByRole('columnheader')
        .filter(item => within(item).queryByRole('button')),
    ).toHaveLength(7);
  });

  it('comes from the address', async () => {
    openPlugin('/kubernetes-ha?order=name&direction=descending');
    const { items } = await testClient().listClusters({
      order: 'name',
      direction: 'descending',
    });
    expect(await rows()).toEqual(items.map(({ title, name }) => title ?? name));
    expect(
      screen.getByRole('columnheader', { name: /Cluster/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });
});

describe('what an address says that is not accepted', () => {
  it('is said and left out, and can be removed', async () => {
    openPlugin('/kubernetes-ha?grade=Z&tier=production&order=size');
    expect(
      await screen.findByText(/grade "Z"\. Accepted: A, B, C, D, F, none/),
    ).toBeInTheDocument();
    expect(screen.getByText(/order "size"\. Accepted:/)).toBeInTheDocument();
    // The accepted filter counts, the other does not.
    const { items } = await testClient().listClusters({ tier: ['production'] });
    expect(await rows()).toHaveLength(items.length);
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove it from the address' }),
    );
    await waitFor(() =>
      expect(screen.queryByText(/grade "Z"/)).not.toBeInTheDocument(),
    );
    expect(await rows()).toHaveLength(items.length);
  });

  it('is an owner that owns nothing, once the owners are known', async () => {
    openPlugin('/kubernetes-ha?owner=group:default/nobody');
    expect(
      await screen.findByText(/owner "group:default\/nobody"\. Accepted: /),
    ).toBeInTheDocument();
  });
});

describe('the tiles', () => {
  it('lead to the clusters that they count', async () => {
    openPlugin('/kubernetes-ha?tier=production');
    const broken = await screen.findByRole('link', { name: 'broken now' });
    expect(broken).toHaveAttribute(
      'href',
      expect.stringMatching(/\?tier=production&verdict=broken$/),
    );
    const { byVerdict } = await testClient().getFleet();
    const found = await testClient().listClusters({ verdict: ['broken'] });
    expect(found.totalItems).toBe(byVerdict.broken);
  });
});

describe('the table for spreadsheets', () => {
  it('holds what the filters find, in the order on screen', async () => {
    const queries = asked('/v1/clusters.csv');
    const languages: (string | null)[] = [];
    server.events.on('request:start', ({ request }) => {
      if (!request.url.includes('/v1/clusters.csv')) return;
      languages.push(request.headers.get('accept-language'));
    });
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:csv';
    };
    URL.revokeObjectURL = () => {};
    openPlugin('/kubernetes-ha?tier=production&order=name&page=1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download CSV' }),
    );
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(queries).toEqual(['tier=production&order=name']);
    expect(saved[0].type).toBe('text/csv');
    // That of the page, not of the browser.
    expect(languages).toEqual(['en']);
  });

  it('says why there is none', async () => {
    server.use(
      http.get('/v1/clusters.csv', ({ response }) =>
        response('default').json(
          ...errorAnswer(400, 'InputError', 'order is "x".'),
        ),
      ),
    );
    openPlugin('/kubernetes-ha');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download CSV' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The table could not be downloaded. order is "x".',
    );
  });
});
