/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useState } from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
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
function show(first: ClusterSummary, onMismatch = () => {}) {
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
  );
  return (cluster: ClusterSummary) => act(() => become(cluster));
}

const noteOf = ({ score }: ClusterSummary) =>
  `score ${score} = the minimum over the layers`;

const finding = () =>
  screen.queryByRole('button', { name: /fail.*Spare etcd voters/ });

describe('OverviewTab', () => {
  it('follows the summary at once: chain and findings belong to the grade in the header', async () => {
    const before = await backendIs(sound);
    const become = show(before);
    await screen.findByText(noteOf(before));
    expect(finding()).not.toBeInTheDocument();

    const after = await backendIs(broken);
    become(after);
    await screen.findByText(noteOf(after));
    await waitFor(() => expect(finding()).toBeInTheDocument());
  }, 60_000);

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
  }, 60_000);

  it('asks for a newer summary when the scorecard is ahead of it', async () => {
    const onMismatch = jest.fn();
    const old = await backendIs(sound);
    await backendIs(broken);
    show(old, onMismatch);
    await waitFor(() => expect(onMismatch).toHaveBeenCalled());
  }, 60_000);

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
    await waitFor(() => expect(finding()).toBeInTheDocument());
    expect(screen.queryByText(/No open finding/)).not.toBeInTheDocument();
  }, 60_000);
});
