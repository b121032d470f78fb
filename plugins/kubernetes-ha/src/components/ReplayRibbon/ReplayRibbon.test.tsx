/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { act, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { message, Replay } from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';
import { clock } from './clock';
import { ReplayRibbon } from './ReplayRibbon';

const begun = Date.parse('2026-11-29T12:00:00.000Z');

const replay: Replay = {
  title: 'Reference: three zones',
  startedAt: new Date(begun).toISOString(),
  positionSeconds: 150,
  durationSeconds: 601,
  now: [
    {
      atSeconds: 120,
      what: message('replay.load-balancer-lost', { name: 'lb-a' }),
    },
    { atSeconds: 117, what: message('replay.etcd-stopped', { name: 'cp-b' }) },
  ],
  next: {
    atSeconds: 237,
    what: message('replay.etcd-started', { name: 'cp-b' }),
  },
};

describe('the line that says what a recording plays', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: begun + 150_000, advanceTimers: true });
  });
  afterEach(() => jest.useRealTimers());

  const to = (seconds: number) =>
    act(async () => {
      jest.setSystemTime(begun + seconds * 1000);
      await jest.advanceTimersByTimeAsync(1000);
    });

  it('says what is so since when, and what comes next', async () => {
    renderInTestApp(<ReplayRibbon replay={replay} />);
    expect(await screen.findByRole('status')).toHaveTextContent(
      /^Replaying a recording: load balancer lb-a has no power, since 02:00; etcd on cp-b is stopped, since 01:57; next: etcd on cp-b is started again at 03:57\.$/,
    );
    expect(screen.getByText(/02:3\d of 10:01/)).toHaveAttribute(
      'aria-hidden',
      'true',
    );
  });

  it('is not read out while nothing happens, and takes the next event at its second', async () => {
    renderInTestApp(<ReplayRibbon replay={replay} />);
    const status = await screen.findByRole('status');
    const changes: string[] = [];
    const observer = new MutationObserver(() =>
      changes.push(status.textContent ?? ''),
    );
    observer.observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await to(200);
    expect(screen.getByText(/03:2\d of 10:01/)).toBeInTheDocument();
    expect(changes).toEqual([]);
    await to(240);
    expect(status).toHaveTextContent(
      /^Replaying a recording: etcd on cp-b is started again, since 03:57\.$/,
    );
    expect(changes).toHaveLength(1);
    // Until the page hears of the new round.
    await to(700);
    expect(screen.getByText(/10:01 of 10:01/)).toBeInTheDocument();
    observer.disconnect();
  });
});

describe('the page of a cluster', () => {
  mockServer(
    ...handlersOf(
      fixtureFleet(9).filter(({ facts: { name } }) =>
        ['ha-3az', 'pay-eu'].includes(name),
      ),
    ),
  );

  it('has the line where a recording is played', async () => {
    openPlugin('/kubernetes-ha/clusters/ha-3az');
    expect(
      await screen.findByText(
        'Replaying a recording: etcd on cp-b is stopped, since 01:57; next: etcd on cp-b is started again at 03:57.',
      ),
    ).toHaveAttribute('role', 'status');
  });

  it('has none where a cluster is asked', async () => {
    openPlugin('/kubernetes-ha/clusters/pay-eu');
    expect(
      await screen.findByRole('heading', { name: 'Findings' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Replaying a recording/)).toBeNull();
  });
});

it.each([
  [0, '00:00'],
  [65, '01:05'],
  [3599, '59:59'],
  [3725, '1:02:05'],
])('shows %d s as %s', (seconds, shown) => {
  expect(clock(seconds)).toBe(shown);
});
