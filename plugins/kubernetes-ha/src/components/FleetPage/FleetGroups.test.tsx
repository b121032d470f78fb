/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';
import { testClient } from '../../__testUtils__/testClient';

mockServer(
  ...handlersOf(fixtureFleet(10).filter(({ facts }) => facts.name !== 'big')),
);

describe('groups of the fleet', () => {
  it('show their totals, and their clusters once opened', async () => {
    openPlugin('/kubernetes-ha?group=tier');
    const groups = await testClient().listFleetGroups('tier');
    const [first] = groups.items;
    const heading = await screen.findByRole('button', {
      name: new RegExp(`^${first.value} ${first.clusters} cluster`, 'i'),
    });
    expect(heading).toHaveTextContent(`worst grade ${first.worstGrade}`);
    expect(heading).toHaveTextContent(`${first.byVerdict.broken} broken now`);
    expect(heading).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await userEvent.click(heading);
    const table = await screen.findByRole('table', {
      name: new RegExp(first.value, 'i'),
    });
    expect(within(table).getAllByRole('row')).toHaveLength(first.clusters + 1);
    await userEvent.click(heading);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('are open as the address says, for a colleague to see the same', async () => {
    openPlugin('/kubernetes-ha?group=owner&open=owner:group:default/platform');
    const { totalItems } = await testClient().listClusters({
      owner: ['group:default/platform'],
    });
    expect(totalItems).toBeGreaterThan(0);
    const table = await screen.findByRole('table', { name: 'platform' });
    expect(within(table).getAllByRole('row')).toHaveLength(totalItems + 1);
  });
});

describe('the fix list over the fleet', () => {
  it('says what each change gains and names the clusters, each with a way to the row', async () => {
    openPlugin('/kubernetes-ha?view=fixes');
    const { items } = await testClient().listFleetFixes();
    await waitFor(() =>
      expect(screen.getAllByRole('listitem').length).toBeGreaterThan(
        items.length,
      ),
    );
    const [best] = items;
    const [named] = best.named;
    const link = screen.getAllByRole('link', {
      name: named.title ?? named.name,
    })[0];
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining(`/kubernetes-ha/clusters/${named.name}?finding=`),
    );
    expect(
      screen.getAllByText(new RegExp(`on ${best.clusters} clusters?`)).length,
    ).toBeGreaterThan(0);
  });

  it('is of the clusters that the filters find', async () => {
    openPlugin('/kubernetes-ha?view=fixes&tier=staging');
    const { items } = await testClient().listFleetFixes({ tier: ['staging'] });
    expect(items.flatMap(({ named }) => named.map(({ tier }) => tier))).toEqual(
      items.flatMap(({ named }) => named.map(() => 'staging')),
    );
    const { name, title } = items[0].named[0];
    expect(
      (await screen.findAllByRole('link', { name: title ?? name })).length,
    ).toBeGreaterThan(0);
  });
});
