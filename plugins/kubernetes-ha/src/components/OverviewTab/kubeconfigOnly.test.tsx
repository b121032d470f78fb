/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Finding, Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf, http } from 'kubernetes-ha-mock-api';
import { kubeconfigOnly, recordings } from '../../__testUtils__/kubeconfigOnly';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';

/** What a page shows of a cluster of which nothing is connected but the API. */
const MOST_ROWS = 8;

const [fixture] = fixtureFleet(1);
const server = mockServer();

/** Opens the overview of an assessed cluster; answers its findings. */
async function open(card: Scorecard, search = '') {
  const findings = findingsOf(card);
  server.use(
    http.get('/v1/clusters/{name}/scorecard', ({ response }) =>
      response(200).json(card),
    ),
    http.get('/v1/clusters/{name}/findings', ({ response }) =>
      response(200).json({ items: findings, totalItems: findings.length }),
    ),
    ...handlersOf([fixture]),
  );
  openPlugin(`/kubernetes-ha/clusters/pay-eu${search}`);
  const panel = await screen.findByRole('region', { name: 'Findings' });
  await within(panel).findAllByRole('button');
  return within(panel);
}

function findingsOf({ results }: Scorecard): Finding[] {
  return results.flatMap(result => {
    const { checkId, layer, severity, status } = result;
    if (status === 'pass' || status === 'not-applicable') return [];
    const firstSeen = '2026-11-28T12:00:00.000Z';
    return [
      {
        id: `pay-eu/${checkId}/${firstSeen}`,
        cluster: 'pay-eu',
        ...{ checkId, layer, severity, status, result },
        firstSeen,
        lastSeen: '2026-11-28T12:10:00.000Z',
      },
    ];
  });
}

const card = (recording: string) => kubeconfigOnly(recording, new Date());

type Panel = Awaited<ReturnType<typeof open>>;

/** The checks whose findings are in sight, in the order of their names. */
const checksIn = (panel: Panel) =>
  panel
    .queryAllByRole('button')
    .flatMap(({ dataset }) => dataset.check ?? [])
    .sort();

/** Opens the rows under which others stand, until all of them are open. */
async function openGroups(panel: Panel) {
  for (;;) {
    const closed = panel
      .queryAllByRole('button', { expanded: false })
      .find(({ dataset }) => !dataset.check);
    if (!closed) return;
    await userEvent.click(closed);
  }
}

describe.each(recordings)('%s with a kubeconfig alone', recording => {
  it('has few rows, and every finding stands in or under one of them', async () => {
    const assessed = await card(recording);
    const panel = await open(assessed);
    const rows = panel.getAllByRole('button', { expanded: false });
    expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(panel.queryByRole('button', { expanded: true })).toBeNull();
    await openGroups(panel);
    expect(checksIn(panel)).toEqual(
      findingsOf(assessed)
        .map(({ checkId }) => checkId)
        .sort(),
    );
  });
});

it('says in one row what is not configured and how much waits for it, with the way to connect it', async () => {
  const panel = await open(await card('ha-3az'));
  const row = panel
    .getByRole('button', { name: /not configured\s*28 checks wait/ })
    .closest('li') as HTMLElement;
  expect(
    within(row)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['etcd: 21 checks wait', 'load balancer: 7 checks wait']);
  // Nowhere on the page does the id of a source or layer stand for a word.
  expect(document.body).not.toHaveTextContent(
    /\bloadbalancer\b|(?<!kube-)\bapiserver\b(?!-)/,
  );
  expect(
    within(row).getByRole('link', { name: 'Open the Connect view' }),
  ).toHaveAttribute('href', '/kubernetes-ha/clusters/pay-eu/connect');
});

it('counts and names what is less urgent, and opens it by keyboard', async () => {
  const panel = await open(await card('single-control-plane'));
  const rest = panel.getByRole('button', { name: /2 more\s*2 medium/ });
  expect(rest.closest('li')).toHaveTextContent(
    /API server graceful shutdown, etcd/i,
  );
  rest.focus();
  await userEvent.keyboard('{Enter}');
  expect(checksIn(panel)).toContain('apiserver-graceful-shutdown');
  await userEvent.keyboard('{Enter}');
  expect(checksIn(panel)).not.toContain('apiserver-graceful-shutdown');
});

it.each`
  search                                    | recording                 | checkId
  ${'?finding=etcd-quorum-fault-tolerance'} | ${'ha-3az'}               | ${'etcd-quorum-fault-tolerance'}
  ${'?alert=etcdInsufficientMembers'}       | ${'ha-3az'}               | ${'etcd-quorum-fault-tolerance'}
  ${'?finding=apiserver-graceful-shutdown'} | ${'single-control-plane'} | ${'apiserver-graceful-shutdown'}
`(
  'leads from $search to its row, however deep it stands, and closes it again with what it stands under open',
  async ({ search, recording, checkId }) => {
    const panel = await open(await card(recording), search);
    const row = () =>
      panel
        .queryAllByRole('button')
        .find(({ dataset }) => dataset.check === checkId);
    await waitFor(() => expect(row()).toHaveFocus());
    expect(row()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(row()!);
    expect(row()).toHaveAttribute('aria-expanded', 'false');
    const [outermost] = panel.getAllByRole('button', { expanded: true });
    await userEvent.click(outermost);
    expect(panel.queryByRole('button', { expanded: true })).toBeNull();
  },
  60_000,
);

it('opens a cause that a link names', async () => {
  const assessed = await card('ha-3az');
  const [cause, other] = ['loadbalancer', 'etcd'].map(source =>
    assessed.causes?.find(({ id }) => id === `source:${source}:not-configured`),
  );
  const panel = await open(assessed, `?cause=${cause?.id}`);
  const shown = checksIn(panel);
  expect(shown).toEqual(expect.arrayContaining([...cause!.checkIds]));
  expect(shown).not.toContain(other!.checkIds[0]);
});

it('has everything open on paper', async () => {
  const assessed = await card('single-control-plane');
  const panel = await open(assessed);
  act(() => {
    window.dispatchEvent(new Event('beforeprint'));
  });
  expect(checksIn(panel)).toHaveLength(findingsOf(assessed).length);
  act(() => {
    window.dispatchEvent(new Event('afterprint'));
  });
  expect(panel.queryByRole('button', { expanded: true })).toBeNull();
});

it('says once what limits the score, however many checks wait for it', async () => {
  await open(await card('ha-3az'));
  const chain = screen.getByRole('region', {
    name: 'As strong as its weakest link',
  });
  const [limit, ...others] = within(chain)
    .getAllByRole('listitem')
    .filter(item => item.textContent?.includes('Limited by'));
  expect(limit).toHaveTextContent(
    /Limited by etcd\. etcd: not configured \(21 checks wait\)\. Open the Connect view$/,
  );
  expect(others).toEqual([]);
});

it('repeats no sentence of a check where the grade is said to be provisional', async () => {
  const assessed = await card('ha-3az');
  await open(assessed);
  const { known, applicable } = assessed.coverage;
  const notice = screen.getByText(
    new RegExp(
      `Seen: ${known} of ${applicable} checks\\. Possible: A 97 to F 0\\.`,
    ),
  );
  expect(notice).not.toHaveTextContent(/etcd/);
});
