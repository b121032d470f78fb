/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PropsWithChildren } from 'react';
import { renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { ScoreHistory } from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from '../__testUtils__/mockServer';
import { testClient } from '../__testUtils__/testClient';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { useScoreHistory } from './useScoreHistory';

/** Longer than the test: only a new version makes it request again. */
const NEVER_SECONDS = 3600;

/** Steps of five minutes in a day. */
const DAY_STEPS = 288;

const day = { key: '24h', hours: 24 };

const server = mockServer(...handlersOf(fixtureFleet(1)));

it('downloads the range once and then only what is new', async () => {
  const sent: ScoreHistory[] = [];
  server.events.on('response:mocked', async ({ response }) => {
    sent.push(await response.clone().json());
  });
  const api = testClient();
  const { result, rerender } = renderHook(
    ({ version }) => useScoreHistory('pay-eu', day, NEVER_SECONDS, version),
    {
      initialProps: { version: 'a' },
      wrapper: (props: PropsWithChildren<{}>) => (
        <TestApiProvider apis={[[kubernetesHaApiRef, api]]}>
          {props.children}
        </TestApiProvider>
      ),
    },
  );
  await waitFor(() => expect(result.current.value).toBeDefined());
  const first = result.current.value;
  expect(first?.steps.length).toBeGreaterThanOrEqual(DAY_STEPS);

  rerender({ version: 'b' });
  await waitFor(() => expect(result.current.value).not.toBe(first));
  expect(result.current.value?.steps.length).toBeGreaterThanOrEqual(DAY_STEPS);
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1].steps.length).toBeLessThan(10);
  // What was put together is as if it had been read at once.
  const { to, ...both } = result.current.value as ScoreHistory;
  const whole = await api.getHistory('pay-eu', { from: both.from, to });
  expect(both.steps).toEqual(whole.steps);
  server.events.removeAllListeners();
});
