/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import { assess, joinSnapshot } from 'backstage-plugin-kubernetes-ha-common';
import { RecordingPlayback } from './playback';

const NOW = new Date('2026-11-28T12:00:00.000Z');

/** Until a cluster is as it was before, leases and averages included. */
const HEALED_MS = 85_000;

/** Each fault of the recordings whose consequences all end with it. */
it.each`
  name           | fault                        | machine
  ${'ha-3az'}    | ${'stop-etcd cp-b'}          | ${'cp-b'}
  ${'ha-3az'}    | ${'lose-load-balancer lb-a'} | ${undefined}
  ${'two-zones'} | ${'stop-heartbeats zone-b'}  | ${'worker-b-1'}
  ${'even-etcd'} | ${'stop-apiserver cp-b'}     | ${'cp-b'}
`(
  'the fix list of $name says under $fault what the score is after it',
  async ({ name, fault, machine }) => {
    const playback = await RecordingPlayback.open(
      join(__dirname, `../../../../recordings/${name}.jsonl.br`),
    );
    const cardAt = (positionMs: number) =>
      assess(
        joinSnapshot(
          { facts: playback.header.cluster },
          playback.sectionsAtPosition(positionMs, NOW),
          NOW,
        ),
      );
    const healedAt = playback.events.find(
      ({ kind, title }) => kind === 'heal' && title === fault,
    )?.atMs;
    if (healedAt === undefined) throw new Error('Expected: it is healed.');
    const broken = cardAt(healedAt - 5_000);
    const healed = cardAt(healedAt + HEALED_MS);
    const [cause, ...others] = (broken.causes ?? []).filter(
      ({ verdict }) => verdict === 'broken',
    );
    expect(others).toEqual([]);
    expect(cause.machines?.includes(machine) ?? undefined).toBe(
      machine === undefined ? undefined : true,
    );
    const fix = broken.fixes?.find(({ causeId }) => causeId === cause.id);
    expect(fix?.then).toEqual({ score: healed.score, grade: healed.grade });
    expect(fix?.gain).toBe((healed.score ?? 0) - (broken.score ?? 0));
  },
);
