/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useState } from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import {
  errorAnswer,
  fixtureFleet,
  handlersOf,
  http,
} from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { testClient } from '../../__testUtils__/testClient';
import { kubernetesHaApiRef } from '../../api/kubernetesHaApiRef';
import { rootRouteRef } from '../../routes';
import { OverviewTab } from './OverviewTab';

/** Longer than any test: nothing here is told by the clock. */
const NEVER_SECONDS = 3600;

const [brokenCluster] = fixtureFleet(1);
const broken = handlersOf([brokenCluster]);
const sound = handlersOf([{ ...brokenCluster, now: brokenCluster.earlier }]);
const server = mockServer();

/** From now on the backend answers so; the summary that it gives. */
async function backendIs(handlers: typeof broken): Promise<ClusterSummary> {
  server.use(...handlers);
  return testClient().getCluster('pay-eu');
}

/** Shows the overview of a summary; the answer exchanges the summary. */
function show(
  first: ClusterSummary,
  onMismatch = () => {},
  /** Query of the address at which it is opened. */
  search = '',
) {
  let become: (cluster: ClusterSummary) => void = () => {};
  function Harness() {
    const [cluster, setCluster] = useState(first);
    become = setCluster;
    return (
      <OverviewTab
        cluster={cluster}
        intervalSeconds={NEVER_SECONDS}
        onMismatch={onMismatch}
      />
    );
  }
  renderInTestApp(
    <TestApiProvider apis={[[kubernetesHaApiRef, testClient()]]}>
      <Harness />
    </TestApiProvider>,
    {
      initialRouteEntries: [`/${search}`],
      mountedRoutes: { '/kubernetes-ha': rootRouteRef },
    },
  );
  return (cluster: ClusterSummary) => act(() => become(cluster));
}

const noteOf = ({ score }: ClusterSummary) =>
  `score ${score} = the minimum over the layers`;

const finding = () =>
  screen.queryByRole('button', { name: /fail.*etcd quorum fault tolerance/ });

const cause = () => screen.queryByRole('button', { name: /cp-b.*findings/ });

describe('OverviewTab', () => {
  it('follows the summary at once: chain and findings belong to the grade in the header', async () => {
    const before = await backendIs(sound);
    const become = show(before);
    await screen.findByText(noteOf(before));
    expect(cause()).not.toBeInTheDocument();

    const after = await backendIs(broken);
    become(after);
    await screen.findByText(noteOf(after));
    await waitFor(() => expect(cause()).toBeInTheDocument());
  });

  it('counts the findings that it shows, not those of another moment', async () => {
    const summary = await backendIs(broken);
    show({
      ...summary,
      openFindings: { fail: 77, warn: 77, unknown: 77 },
    });
    const { fail, warn } = summary.openFindings;
    const panel = await screen.findByRole('region', { name: 'Findings' });
    expect(
      await within(panel).findByText(
        new RegExp(`^${fail} failing · ${warn} warning`),
      ),
    ).toBeInTheDocument();
  });

  it('says first what is broken now, then what is weak, then what is not visible', async () => {
    const summary = await backendIs(broken);
    show(summary);
    const panel = await screen.findByRole('region', { name: 'Findings' });
    await within(panel).findByText(/^broken now/);
    expect(
      within(panel)
        .getAllByRole('heading', { level: 4 })
        .map(({ textContent }) => textContent?.replace(/ \(\d+\)$/, '')),
    ).toEqual(['broken now', 'weak by design', 'not visible']);
    expect(summary.headline).toMatchObject({
      verdict: 'broken',
      severity: 'critical',
    });
    const headline = screen.getByRole('region', {
      name: 'What has to be known first',
    });
    expect(headline).toHaveTextContent(/^broken now etcd/);
  });

  it('shows a dead machine as one row, open to its findings', async () => {
    show(await backendIs(broken));
    const panel = await screen.findByRole('region', { name: 'Findings' });
    const row = await within(panel).findByRole('button', {
      name: /cp-b is down: .*etcd member.*5 findings/,
      expanded: false,
    });
    expect(finding()).not.toBeInTheDocument();
    await userEvent.click(row);
    expect(finding()).toBeInTheDocument();
    await userEvent.click(row);
    expect(finding()).not.toBeInTheDocument();
  });

  it('gives a provisional grade with what was seen and with the grades that are possible', async () => {
    const summary = await backendIs(broken);
    show(summary);
    const { coverage } = summary;
    expect(
      await screen.findByText(
        new RegExp(
          `Seen: ${coverage.known} of ${coverage.applicable} checks\\.`,
        ),
      ),
    ).toBeInTheDocument();
  });

  it('asks for a newer summary when the scorecard is ahead of it', async () => {
    const onMismatch = jest.fn();
    const old = await backendIs(sound);
    await backendIs(broken);
    show(old, onMismatch);
    await waitFor(() => expect(onMismatch).toHaveBeenCalled());
  });

  it('waits for the first assessment without an error, also after the header is live', async () => {
    const live = await backendIs(broken);
    const pending: ClusterSummary = {
      ...live,
      score: null,
      grade: null,
      observation: { state: 'pending', intervalSeconds: 10, problems: [] },
    };
    let isAssessed = false;
    let requests = 0;
    server.use(
      http.get('/v1/clusters/{name}/scorecard', ({ response }) => {
        requests += 1;
        return isAssessed
          ? undefined
          : response('default').json(
              ...errorAnswer(404, 'NotFoundError', 'Not assessed yet.'),
            );
      }),
      http.get('/v1/clusters/{name}/findings', ({ response }) =>
        isAssessed
          ? undefined
          : response(200).json({ items: [], totalItems: 0 }),
      ),
    );
    const become = show(pending);
    await screen.findByText('Nothing has been collected yet');

    become({ ...live, score: null, grade: null });
    await waitFor(() => expect(requests).toBe(2));
    expect(
      screen.getByText('Nothing has been collected yet'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();

    isAssessed = true;
    become(live);
    await screen.findByText(noteOf(live));
    await waitFor(() => expect(cause()).toBeInTheDocument());
    expect(screen.queryByText(/No open finding/)).not.toBeInTheDocument();
  });

  it.each([
    ['a finding', '?finding=etcd-quorum-fault-tolerance'],
    ['an alert of Prometheus', '?alert=etcdInsufficientMembers'],
    ['an alert in another case', '?alert=ETCDINSUFFICIENTMEMBERS'],
  ])(
    'leads from a link to %s to its row, open under its cause and focused',
    async (_, search) => {
      show(await backendIs(broken), undefined, search);
      await waitFor(() => expect(finding()).toHaveFocus());
      expect(finding()).toHaveAttribute('aria-expanded', 'true');
      expect(cause()).toHaveAttribute('aria-expanded', 'true');
      await userEvent.click(finding()!);
      expect(finding()).toHaveAttribute('aria-expanded', 'false');
    },
    60_000,
  );

  it('says of a finding that has gone since when, and how long it lasted', async () => {
    show(await backendIs(sound), undefined, '?alert=etcdMembersDown');
    const [notice] = await screen.findAllByText(/after it lasted 4 min\.$/);
    expect(notice).toHaveTextContent(
      /^[^:]*etcd member[^:]*: resolved \d h( \d+ min)? ago/i,
    );
    expect(finding()).not.toBeInTheDocument();
  });

  it('says so where nothing was ever found', async () => {
    show(await backendIs(sound), undefined, '?finding=etcd-alarms');
    expect(
      await screen.findByText(/^Nothing is found by: etcd alarms/),
    ).toBeInTheDocument();
  });

  it.each([
    [
      '?finding=etcd-quorum-fault-tolerence',
      /no check "etcd-quorum-fault-tolerence"/,
      /Near: etcd-quorum-fault-tolerance/,
    ],
    [
      '?alert=etcdMemberDown',
      /No check is known for the alert "etcdMemberDown"/,
      /Near: etcdMembersDown/,
    ],
    [
      '?alert=Watchdog',
      /No check is known for the alert "Watchdog"/,
      /open the cluster without it/,
    ],
  ])(
    'says what is near to an unknown name: %s',
    async (search, says, near) => {
      show(await backendIs(sound), undefined, search);
      expect(await screen.findByText(says)).toBeInTheDocument();
      expect(screen.getByText(near)).toBeInTheDocument();
    },
    60_000,
  );

  it('says how long, and of what is broken that it is down, with what one more loss does', async () => {
    show(await backendIs(broken));
    const panel = await screen.findByRole('region', { name: 'Findings' });
    const row = (
      await within(panel).findByRole('button', { name: /cp-b is down/ })
    ).closest('li')!;
    const elapsed = within(row)
      .getByText(/^down for 1\d min/)
      .closest('time');
    expect(elapsed).toHaveAttribute('title', expect.stringMatching(/\d{4}/));
    expect(
      within(row).getByText(
        '2 of 3 voters healthy: the loss of one more stops all writes',
      ),
    ).toBeInTheDocument();
    expect(within(panel).getAllByText(/^for 12 d/).length).toBeGreaterThan(0);
  });

  it('links to dashboards and logs of the finding, for the machine that it names', async () => {
    const summary = await backendIs(broken);
    show(
      {
        ...summary,
        links: [
          {
            title: 'etcd dashboard',
            url: 'https://grafana.example/d/etcd?var-cluster={{cluster}}&from={{from}}',
            layers: ['etcd'],
          },
          { title: 'Logs', url: 'https://logs.example/{{node}}' },
          {
            title: 'Nodes',
            url: 'https://grafana.example/d/nodes',
            layers: ['nodes'],
          },
        ],
      },
      undefined,
      '?finding=etcd-member-health',
    );
    const dashboard = await screen.findByRole('link', {
      name: /etcd dashboard/,
    });
    expect(dashboard).toHaveAttribute(
      'href',
      expect.stringMatching(
        /^https:\/\/grafana.example\/d\/etcd\?var-cluster=pay-eu&from=\d{13}$/,
      ),
    );
    expect(screen.getByRole('link', { name: /^Logs/ })).toHaveAttribute(
      'href',
      'https://logs.example/cp-b',
    );
    expect(
      screen.queryByRole('link', { name: /^Nodes/ }),
    ).not.toBeInTheDocument();
  });
});
