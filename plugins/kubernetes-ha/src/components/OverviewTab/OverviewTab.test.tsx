/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useState } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import { NotFoundError } from '@backstage/errors';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import type {
  ClusterSummary,
  KubernetesHaApi,
} from 'backstage-plugin-kubernetes-ha-common';
import { DevKubernetesHaApi } from '../../../dev/DevKubernetesHaApi';
import { devFleet } from '../../../dev/fixtures/fleet';
import { kubernetesHaApiRef } from '../../api/kubernetesHaApiRef';
import { OverviewTab } from './OverviewTab';

/** Longer than any test: nothing here is told by the clock. */
const NEVER_SECONDS = 3600;

const [brokenCluster] = devFleet(1);
const broken = new DevKubernetesHaApi([brokenCluster]);
const sound = new DevKubernetesHaApi([
  { ...brokenCluster, now: brokenCluster.earlier },
]);

/** Shows the overview of a summary; the answer exchanges the summary. */
function show(
  api: KubernetesHaApi,
  first: ClusterSummary,
  onMismatch = () => {},
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
    <TestApiProvider apis={[[kubernetesHaApiRef, api]]}>
      <Harness />
    </TestApiProvider>,
  );
  return (cluster: ClusterSummary) => act(() => become(cluster));
}

const noteOf = async (api: DevKubernetesHaApi) => {
  const { score } = await api.getScorecard('pay-eu');
  return `score ${score} = the minimum over the layers`;
};

const finding = () =>
  screen.queryByRole('button', { name: /fail.*Spare etcd voters/ });

describe('OverviewTab', () => {
  it('follows the summary at once: chain and findings belong to the grade in the header', async () => {
    let behind = sound;
    const api: KubernetesHaApi = Object.assign(new DevKubernetesHaApi([]), {
      getScorecard: (name: string) => behind.getScorecard(name),
      listFindings: (name: string) => behind.listFindings(name),
      getHistory: async () => [],
    });
    const become = show(api, await sound.getCluster('pay-eu'));
    await screen.findByText(await noteOf(sound));
    expect(finding()).not.toBeInTheDocument();

    behind = broken;
    become(await broken.getCluster('pay-eu'));
    await screen.findByText(await noteOf(broken));
    await waitFor(() => expect(finding()).toBeInTheDocument());
  }, 60_000);

  it('counts the findings that it shows, not those of another moment', async () => {
    const summary = await broken.getCluster('pay-eu');
    show(broken, {
      ...summary,
      openFindings: { fail: 77, warn: 77, unknown: 77 },
    });
    const { items } = await broken.listFindings('pay-eu');
    const failing = items.filter(({ status }) => status === 'fail').length;
    expect(
      await screen.findByText(new RegExp(`^failing ${failing} · `)),
    ).toBeInTheDocument();
  }, 60_000);

  it('asks for a newer summary when the scorecard is ahead of it', async () => {
    const onMismatch = jest.fn();
    show(broken, await sound.getCluster('pay-eu'), onMismatch);
    await waitFor(() => expect(onMismatch).toHaveBeenCalled());
  }, 60_000);

  it('waits for the first judgement without an error, also after the header is live', async () => {
    const live = await broken.getCluster('pay-eu');
    const pending: ClusterSummary = {
      ...live,
      score: null,
      grade: null,
      observation: { state: 'pending', intervalSeconds: 10, problems: [] },
    };
    let isJudged = false;
    let answered = 0;
    const api: KubernetesHaApi = Object.assign(new DevKubernetesHaApi([]), {
      getScorecard: async (name: string) => {
        answered += 1;
        if (isJudged) return broken.getScorecard(name);
        throw new NotFoundError('Nothing was judged yet.');
      },
      listFindings: async (name: string) =>
        isJudged ? broken.listFindings(name) : { items: [], totalItems: 0 },
      getHistory: async () => [],
    });
    const become = show(api, pending);
    await screen.findByText('Nothing has been collected yet');

    become({ ...live, score: null, grade: null });
    await waitFor(() => expect(answered).toBe(2));
    expect(
      screen.getByText('Nothing has been collected yet'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();

    isJudged = true;
    become(live);
    await screen.findByText(await noteOf(broken));
    await waitFor(() => expect(finding()).toBeInTheDocument());
    expect(screen.queryByText(/No open finding/)).not.toBeInTheDocument();
  }, 60_000);
});
