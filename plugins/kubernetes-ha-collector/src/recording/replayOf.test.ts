/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import { say } from 'backstage-plugin-kubernetes-ha-common';
import type { RecordingEvent } from './format';
import { readRecording } from './recordingFile';
import { replayOf } from './replayOf';
import { wordsOfEvent } from './wordsOfEvent';

const now = new Date('2026-11-29T12:00:00.000Z');
const recordings = join(__dirname, '../../../../recordings');

const event = (
  atSeconds: number,
  kind: RecordingEvent['kind'],
  title: string,
): RecordingEvent => ({ atMs: atSeconds * 1000 + 250, kind, title });

const header = {
  title: 'Two faults',
  durationMs: 600_400,
  events: [
    event(100, 'fault', 'stop-etcd cp-b'),
    event(200, 'fault', 'lose-load-balancer lb-a'),
    event(300, 'heal', 'stop-etcd cp-b'),
    event(400, 'heal', 'lose-load-balancer lb-a'),
  ],
};

/** What is said of a second of it, in both languages. */
function saidAt(seconds: number) {
  const replay = replayOf(header, seconds * 1000, now);
  return {
    now: replay.now.map(
      ({ atSeconds, what }) => `${atSeconds} ${say(what, 'en')}`,
    ),
    next: `${replay.next.atSeconds} ${say(replay.next.what, 'en')}`,
  };
}

it.each`
  at     | said                                                                      | next                                             | rule
  ${0}   | ${['0 no fault has been injected yet']}                                   | ${'100 etcd on cp-b is stopped'}                 | ${'before the first event nothing has happened'}
  ${100} | ${['0 no fault has been injected yet']}                                   | ${'100 etcd on cp-b is stopped'}                 | ${'an event of later in this second is still to come'}
  ${101} | ${['100 etcd on cp-b is stopped']}                                        | ${'200 load balancer lb-a has no power'}         | ${'a fault is in force'}
  ${250} | ${['200 load balancer lb-a has no power', '100 etcd on cp-b is stopped']} | ${'300 etcd on cp-b is started again'}           | ${'two are in force, the newest first'}
  ${350} | ${['200 load balancer lb-a has no power']}                                | ${'400 load balancer lb-a is switched on again'} | ${'one of them is healed'}
  ${500} | ${['400 load balancer lb-a is switched on again']}                        | ${'600 the recording starts again'}              | ${'all are healed: the last event stands'}
`('$rule', ({ at, said, next }) => {
  expect(saidAt(at)).toEqual({ now: said, next });
});

it('says where the loop is', () => {
  expect(replayOf(header, 250_900, now)).toMatchObject({
    title: 'Two faults',
    startedAt: '2026-11-29T11:55:49.100Z',
    positionSeconds: 250,
    durationSeconds: 600,
  });
});

it.each`
  kind       | title                           | said                                         | rule
  ${'note'}  | ${'the team looks'}             | ${'note: the team looks'}                    | ${'a note is said as it is'}
  ${'fault'} | ${'burn-rack r7'}               | ${'fault in force: burn-rack r7'}            | ${'a fault of another kind is named'}
  ${'heal'}  | ${'stop-etcd cp-b, by a cable'} | ${'fault ended: stop-etcd cp-b, by a cable'} | ${'what a person wrote is no argument'}
`('$rule', ({ kind, title, said }) => {
  expect(say(wordsOfEvent(event(1, kind, title)), 'en')).toBe(said);
});

it.each(['even-etcd', 'ha-3az', 'single-control-plane', 'two-zones'])(
  'every event of the recording %s has words of its own',
  async name => {
    const read = await readRecording(join(recordings, `${name}.jsonl.br`));
    const codes = read.header.events.map(each => wordsOfEvent(each).code);
    expect(codes.length).toBeGreaterThanOrEqual(2);
    expect(codes).not.toContain('replay.fault');
    expect(codes).not.toContain('replay.heal');
  },
);
