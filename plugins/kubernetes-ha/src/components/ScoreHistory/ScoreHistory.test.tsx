/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import type { Incident } from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf, http } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { testClient } from '../../__testUtils__/testClient';
import { kubernetesHaApiRef } from '../../api/kubernetesHaApiRef';
import { ScoreHistory } from './ScoreHistory';

/** Longer than any test: nothing here is told by the clock. */
const NEVER_SECONDS = 3600;

/** A sound cluster, of which a machine was down for four minutes three hours ago. */
const [fixture] = fixtureFleet(1);
const server = mockServer(
  ...handlersOf([{ ...fixture, now: fixture.earlier }]),
);

async function show(search = '') {
  const cluster = await testClient().getCluster('pay-eu');
  renderInTestApp(
    <TestApiProvider apis={[[kubernetesHaApiRef, testClient()]]}>
      <ScoreHistory cluster={cluster} intervalSeconds={NEVER_SECONDS} />
    </TestApiProvider>,
    { initialRouteEntries: [`/${search}`] },
  );
  return screen.findByRole('img', { name: /^Score from/ });
}

/** The row of the machine that was down. */
async function outage() {
  const table = await screen.findByRole('table', { name: 'What happened' });
  return within(table).getByRole('row', { name: /cp-b/ });
}

describe('ScoreHistory', () => {
  it.each`
    search         | rule
    ${''}          | ${'24 hours'}
    ${'?range=7d'} | ${'7 days'}
  `(
    'says in $rule that a machine was down for four minutes, and that little of it was F',
    async ({ search }) => {
      await show(search);
      const row = await outage();
      expect(within(row).getByText('4 min')).toBeInTheDocument();
      expect(within(row).getByText('broken now')).toBeInTheDocument();
      expect(screen.getByText(/^[A-D] 9.*F 4 min/)).toBeInTheDocument();
    },
    60_000,
  );

  it('leads from an incident to its moment, says why, and leaves it again', async () => {
    await show();
    const row = await outage();
    await userEvent.click(within(row).getByRole('button'));
    const said = screen.getByRole('status');
    await waitFor(() =>
      expect(said).toHaveTextContent(/score \d+–\d+, grade F/),
    );
    expect(said).toHaveTextContent(/broken now: /);
    expect(said).toHaveTextContent(/Open at .*cp-b/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Leave this moment' }),
    );
    expect(said).not.toHaveTextContent(/score/);
  });

  it('opens at the moment that an address names', async () => {
    const { items } = await testClient().listIncidents('pay-eu');
    const down = items.find(({ machines }) => machines);
    await show(`?at=${down?.startedAt}`);
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        /score \d+–\d+, grade F/,
      ),
    );
  });

  it('has a moment of earlier days in view, also one to which an incident of now leads', async () => {
    const begin = new Date(Date.now() - 12 * 86_400_000).toISOString();
    server.use(
      http.get('/v1/clusters/{name}/incidents', ({ response }) =>
        response(200).json({
          items: [
            {
              id: 'old',
              kind: 'machines',
              verdict: 'broken',
              startedAt: begin,
              machines: { count: 1, names: ['cp-b'] },
              findings: [],
            },
          ],
          more: false,
        }),
      ),
    );
    await show('?range=24h');
    await userEvent.click(within(await outage()).getByRole('button'));
    expect(screen.getByRole('radio', { name: '30 days' })).toBeChecked();
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(/score \d+/),
    );
    // A shorter range leaves the moment.
    await userEvent.click(screen.getByRole('radio', { name: '7 days' }));
    expect(screen.getByRole('radio', { name: '7 days' })).toBeChecked();
    expect(
      screen.queryByRole('button', { name: 'Leave this moment' }),
    ).not.toBeInTheDocument();
  });

  it('says of a moment outside a fixed time no more than that', async () => {
    const daysAgo = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toISOString();
    await show(`?from=${daysAgo(1)}&to=${daysAgo(0)}&at=${daysAgo(12)}`);
    const said = screen.getByRole('status');
    expect(said).toHaveTextContent(/outside this time range/);
    expect(said).not.toHaveTextContent(/not assessed/);
  });

  it('shows a fixed time, and nothing of any other', async () => {
    const { items } = await testClient().listIncidents('pay-eu');
    const end = Date.parse(items[0].startedAt) - 4 * 3_600_000;
    const to = new Date(end).toISOString();
    const from = new Date(end - 3_600_000).toISOString();
    await show(`?from=${from}&to=${to}`);
    expect(screen.queryByRole('row', { name: /cp-b/ })).not.toBeInTheDocument();
    // No range is chosen; choosing one leaves the fixed time.
    await userEvent.click(screen.getByRole('radio', { name: '24 hours' }));
    expect(await outage()).toBeInTheDocument();
  });

  it('has one stop of the tab key among the changes, moved by the arrow keys, that says why', async () => {
    await show();
    const marks = within(
      screen.getByRole('group', { name: 'Changes of the score' }),
    ).getAllByRole('button');
    expect(marks.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    marks[marks.length - 1].focus();
    await userEvent.keyboard('{Home}');
    expect(marks[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(marks[1]).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent(
      marks[1].getAttribute('aria-label') ?? '-',
    );
    expect(marks.filter(({ tabIndex }) => tabIndex === 0)).toEqual([marks[1]]);
  });

  it('says how the cluster stood a week ago, and what is new since', async () => {
    server.use(...handlersOf([fixture]));
    await show();
    expect(
      screen.getByText(
        /^A week ago \(.*\): [A-D] \d+\. Now: F \d+\. New since: .*cp-b/,
      ),
    ).toBeInTheDocument();
  });

  it('keeps the range whole for a cluster that is ten minutes old, and says since when it is known', async () => {
    const now = Date.now();
    const iso = (ms: number) => new Date(ms).toISOString();
    const first = now - 600_000;
    server.use(
      http.get('/v1/clusters/{name}/history', ({ response }) =>
        response(200).json({
          from: iso(now - 86_400_000),
          to: iso(now),
          firstAssessedAt: iso(first),
          stepSeconds: 300,
          steps: [first, first + 300_000].map(ms => ({
            at: iso(ms),
            seconds: { A: 300 },
            lowest: 95,
            highest: 95,
            mostly: 95,
            provisional: false,
          })),
          time: { byGrade: { A: 600 }, notAssessed: 0, beforeFirst: 85_800 },
        }),
      ),
    );
    const chart = await show();
    expect(within(chart).getAllByText(/^First assessed/)).not.toHaveLength(0);
    expect(screen.getByText('A 100 %')).toBeInTheDocument();
  });

  it('says that nothing broke, and shows on demand what only was weak or not visible', async () => {
    const at = (minutes: number) =>
      new Date(Date.now() - minutes * 60_000).toISOString();
    const incident = (
      name: string,
      parts: Pick<Incident, 'verdict' | 'endedAt'>,
    ): Incident => ({
      id: name,
      kind: 'machines',
      startedAt: at(50),
      machines: { count: 1, names: [name] },
      findings: [],
      ...parts,
    });
    server.use(
      http.get('/v1/clusters/{name}/incidents', ({ response }) =>
        response(200).json({
          items: [
            incident('lasting', { verdict: 'weak' }),
            incident('unseen', { verdict: 'not-visible', endedAt: at(20) }),
          ],
          more: false,
        }),
      ),
    );
    await show();
    expect(
      await screen.findByText('Nothing broke in this time.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/lasting|unseen/)).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 2 weak or not visible' }),
    );
    expect(screen.getByRole('row', { name: /lasting/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /unseen/ })).toBeInTheDocument();
  });

  it('shows ten incidents at first and the rest on demand, and says that there are older ones', async () => {
    const incident = (index: number): Incident => ({
      id: `one/${index}`,
      kind: 'machines',
      verdict: 'broken',
      startedAt: new Date(1.7e12 - index * 60_000).toISOString(),
      endedAt: new Date(1.7e12).toISOString(),
      machines: { count: 1, names: [`m-${index}`] },
      findings: [],
    });
    server.use(
      http.get('/v1/clusters/{name}/incidents', ({ response }) =>
        response(200).json({
          items: Array.from({ length: 12 }, (_, index) => incident(index)),
          more: true,
        }),
      ),
    );
    await show();
    await screen.findByRole('row', { name: /m-9/ });
    expect(screen.queryByRole('row', { name: /m-10/ })).not.toBeInTheDocument();
    expect(screen.queryByText(/Older ones/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
    expect(screen.getByRole('row', { name: /m-11/ })).toBeInTheDocument();
    expect(screen.getByText(/Older ones/)).toBeInTheDocument();
  });
});
