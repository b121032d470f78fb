/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  assess,
  CheckStatus,
  ClusterSnapshot,
  joinSnapshot,
  SectionName,
  sectionNames,
  SomeSections,
  standingStatus,
  unknownReasons,
  UnknownSignal,
} from 'backstage-plugin-kubernetes-ha-common';
import { RecordingPlayback } from './playback';

/** Recorded on the lab, with faults in all of them. */
const recordings = [
  'ha-3az',
  'two-zones',
  'even-etcd',
  'single-control-plane',
] as const;

/** What counts against a cluster, from the better to the worse. */
const order: readonly CheckStatus[] = ['warn', 'fail'];

const NOW = new Date('2026-11-28T12:00:00.000Z');

async function open(name: string): Promise<RecordingPlayback> {
  const file = `../../../../recordings/${name}.jsonl.br`;
  return RecordingPlayback.open(join(__dirname, file));
}

/** What is seen at a moment of a recording, without the given sections; what they were stands beside. */
function snapshotOf(
  playback: RecordingPlayback,
  positionMs: number,
  lost: readonly SectionName[],
  reason: (typeof unknownReasons)[number] = 'timeout',
): ClusterSnapshot {
  const seen = playback.sectionsAtPosition(positionMs, NOW);
  const unseen = lost.flatMap(name => {
    const signal = seen[name];
    if (!signal) return [];
    const { source, via } = signal;
    const unknown: UnknownSignal = {
      state: 'unknown',
      reason,
      detail: 'lost by the test',
      source,
      via,
      observedAt: NOW.toISOString(),
    };
    return [[name, unknown] as const];
  });
  const now: SomeSections = { ...seen, ...Object.fromEntries(unseen) };
  return joinSnapshot({ facts: playback.header.cluster }, now, NOW, seen);
}

describe.each(recordings)('what cannot be seen of %s', name => {
  let playback: RecordingPlayback;
  const moment = fc.double({ min: 0.02, max: 0.999, noNaN: true });
  const lost = fc.subarray(sectionNames, { minLength: 1 });
  const at = (share: number) => share * playback.durationMs;

  beforeAll(async () => {
    playback = await open(name);
  });

  it('never raises a score, and never changes what is first to be said of what is observed', () => {
    fc.assert(
      fc.property(
        moment,
        lost,
        fc.constantFrom(...unknownReasons),
        (share, sections, reason) => {
          const seen = assess(snapshotOf(playback, at(share), []));
          const card = assess(
            snapshotOf(playback, at(share), sections, reason),
          );
          expect(card.score ?? 0).toBeLessThanOrEqual(seen.score ?? 0);
          const risen = seen.layers.filter(({ score }, index) => {
            const now = card.layers[index].score;
            return score !== null && now !== null && now > score;
          });
          expect(risen).toEqual([]);
          // Nor does any single failure or warning get better by it.
          const better = seen.results.filter((result, index) => {
            const now = standingStatus(card.results[index]);
            return order.indexOf(now) < order.indexOf(result.status);
          });
          expect(better).toEqual([]);
          const wasObserved =
            seen.headline && seen.headline.verdict !== 'not-visible';
          expect(card.headline).toEqual(
            wasObserved ? seen.headline : card.headline,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('joins every finding under exactly one cause', () => {
    fc.assert(
      fc.property(moment, fc.subarray(sectionNames), (share, sections) => {
        const { causes = [], results } = assess(
          snapshotOf(playback, at(share), sections),
        );
        const joined = causes.flatMap(({ checkIds }) => checkIds);
        expect([...joined].sort()).toEqual(
          results
            .filter(({ verdict }) => verdict)
            .map(({ checkId }) => checkId)
            .sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});
