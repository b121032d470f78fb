/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { isWorth } from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';
import { testClient } from '../../__testUtils__/testClient';

mockServer(
  ...handlersOf(fixtureFleet(10).filter(({ facts }) => facts.name !== 'big')),
);

it('lists the changes that gain most, each with what the cluster would be and a way to its row', async () => {
  const card = await testClient().getScorecard('pay-eu');
  const worth = (card.fixes ?? []).filter(isWorth);
  expect(worth.length).toBeGreaterThan(0);
  openPlugin('/kubernetes-ha/clusters/pay-eu');
  const list = await screen.findByRole('region', { name: 'Fix list' });
  const items = within(list).getAllByRole('listitem');
  expect(items).toHaveLength(Math.min(5, worth.length));
  const [best] = worth;
  // The fixture's cluster has a dead machine, so that the best change raises its grade.
  expect(best.gain).toBeGreaterThan(0);
  expect(items[0]).toHaveTextContent(
    `${card.grade} ${card.score} to ${best.then.grade} ${best.then.score}`,
  );
  const checkId = card.causes?.find(({ id }) => id === best.causeId)
    ?.checkIds[0];
  const link = within(items[0]).getByRole('link');
  expect(link).toHaveAttribute(
    'href',
    expect.stringContaining(`finding=${checkId}`),
  );
  await userEvent.click(link);
  // The row opens, under its cause where it has one.
  const findings = await screen.findByRole('region', { name: 'Findings' });
  expect(
    within(findings)
      .getAllByRole('button', { expanded: true })
      .some(({ dataset }) => dataset.check === checkId),
  ).toBe(true);
});

it('leads to one row after the other, also where the findings were narrowed to another layer', async () => {
  openPlugin('/kubernetes-ha/clusters/pay-eu?layer=network');
  const links = async () =>
    within(
      await screen.findByRole('region', { name: 'Fix list' }),
    ).getAllByRole('link');
  for (const place of [0, 1]) {
    const link = (await links())[place];
    const address = new URL(link.getAttribute('href') ?? '', 'http://portal');
    await userEvent.click(link);
    await waitFor(() =>
      expect(document.activeElement).toHaveAttribute(
        'data-check',
        address.searchParams.get('finding'),
      ),
    );
  }
});
