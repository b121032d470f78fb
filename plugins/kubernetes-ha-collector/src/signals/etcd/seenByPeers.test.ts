/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CounterSample } from 'backstage-plugin-kubernetes-ha-common';
import { PeerView, seenByPeers } from './seenByPeers';

interface Heard {
  active?: number;
  received?: number;
  failures?: number;
}

const NOW = Date.parse('2026-11-23T12:00:00.000Z');

/** The page of member `id` about member `m`, so many seconds ago. */
function page(id: string, heard: Heard, secondsAgo = 0): CounterSample {
  const keys = {
    active: `etcd_network_active_peers{Local="${id}",Remote="m"}`,
    received: 'etcd_network_peer_received_bytes_total{From="m"}',
    failures: 'etcd_network_peer_sent_failures_total{To="m"}',
  };
  return {
    at: new Date(NOW - secondsAgo * 1000).toISOString(),
    processStartSeconds: 1,
    values: Object.fromEntries(
      Object.entries(heard).map(([key, value]) => [
        keys[key as keyof Heard],
        value,
      ]),
    ),
  };
}

function view(
  id: string,
  isLeader: boolean,
  now: Heard,
  before?: Heard,
  secondsAgo = 30,
): PeerView {
  return {
    id,
    isLeader,
    now: page(id, now),
    before: before && page(id, before, secondsAgo),
  };
}

it.each<[string, PeerView[], string]>([
  ['nobody tells anything without pages', [], 'unknown'],
  [
    'what a member says of itself does not count',
    [view('m', true, { active: 1 })],
    'unknown',
  ],
  [
    'a leader with open streams hears it at the first collection',
    [view('a', true, { active: 1 })],
    'alive',
  ],
  [
    'a leader with broken streams has lost it',
    [view('a', true, { active: 0 }), view('b', false, { active: 1 })],
    'lost',
  ],
  [
    'a frozen member keeps its streams, but the leader hears no more of it',
    [
      view(
        'a',
        true,
        { active: 1, received: 500 },
        { active: 1, received: 500 },
      ),
      view('b', false, { active: 1 }),
    ],
    'lost',
  ],
  [
    'replies to heartbeats are heard by the leader',
    [
      view(
        'a',
        true,
        { active: 1, received: 900 },
        { active: 1, received: 500 },
      ),
      view('b', false, { active: 0 }),
    ],
    'alive',
  ],
  [
    'the first replies count from nothing',
    [view('a', true, { active: 1, received: 40 }, { active: 1 })],
    'alive',
  ],
  [
    'two collections within a heartbeat or two prove nothing',
    [
      view(
        'a',
        true,
        { active: 1, received: 500 },
        { active: 1, received: 500 },
        1,
      ),
    ],
    'alive',
  ],
  [
    'replies counted over an hour do not say that it replies now',
    [view('a', true, { received: 900 }, { received: 500 }, 3600)],
    'unknown',
  ],
  [
    'nor do sends that failed within an hour say that they fail now',
    [view('a', true, { failures: 9 }, { failures: 3 }, 3600)],
    'unknown',
  ],
  [
    'after an hour without a reading the streams of now decide',
    [
      view('a', true, { active: 0, received: 900 }, { received: 500 }, 3600),
      view('b', false, { active: 1 }),
    ],
    'lost',
  ],
  [
    'a leader that has not been read for an hour leaves the word to the others',
    [
      view('a', true, { received: 900 }, { received: 500 }, 3600),
      view('b', false, { active: 0 }),
    ],
    'lost',
  ],
  [
    'a follower hears nothing from followers: its streams decide',
    [view('b', false, { active: 1 }, { active: 1 })],
    'alive',
  ],
  [
    'one follower that hears it is enough without a leader',
    [view('b', false, { active: 0 }), view('c', false, { active: 1 })],
    'alive',
  ],
  [
    'without a leader, followers that lost it say so',
    [view('b', false, { active: 0 }), view('c', false, { active: 0 })],
    'lost',
  ],
  [
    'sends that fail tell where there was never a stream',
    [view('a', true, { failures: 9 }, { failures: 3 })],
    'lost',
  ],
  [
    'old failures tell nothing',
    [view('a', true, { failures: 9 }, { failures: 9 })],
    'unknown',
  ],
])('%s', (_rule, views, expected) => {
  expect(seenByPeers('m', views)).toBe(expected);
});

it('does not compare readings of two processes', () => {
  const restarted = view(
    'a',
    true,
    { active: 1, received: 0 },
    { active: 1, received: 0 },
  );
  restarted.now.processStartSeconds = 2;
  expect(seenByPeers('m', [restarted])).toBe('alive');
});
