/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isError } from '@backstage/errors';
import {
  readSnapshot,
  Replay,
  SectionName,
  sectionNames,
  Sections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { RecordingEvent, RecordingHeader, RecordingTick } from './format';
import { mapInstants } from './instants';
import type { PlayedRecording } from './PlayedRecording';
import { readRecording, RecordingFileError } from './recordingFile';
import { replayOf } from './replayOf';

/** A section as one collection left it; content and times are shared between collections where they did not change. */
interface Frame {
  body: unknown;
  /** Milliseconds since the start, in the order of the body. */
  times: readonly number[];
}

interface RecordedCollection {
  atMs: number;
  frames: ReadonlyMap<SectionName, Frame>;
}

/**
 * Plays a recording as if it happened now, over and over. Every instant in
 * it, of leases, certificates, conditions and counters alike, keeps its
 * distance to the moment of observation, so any judgement of it comes out as
 * it did when it was recorded, whenever it is played.
 */
export class RecordingPlayback implements PlayedRecording {
  readonly header: RecordingHeader;
  readonly #collections: readonly RecordedCollection[];

  private constructor(
    header: RecordingHeader,
    collections: readonly RecordedCollection[],
  ) {
    this.header = header;
    this.#collections = collections;
  }

  /** Reads and checks a file, whole. Errors: RecordingFileError naming file, line and remedy. */
  static async open(file: string): Promise<RecordingPlayback> {
    const { header, ticks } = await readRecording(file);
    return new RecordingPlayback(header, collectionsOf(file, ticks, header));
  }

  /** When it was really seen, ISO 8601 UTC. */
  get recordedAt(): string {
    return this.header.recordedAt;
  }

  get durationMs(): number {
    return this.header.durationMs;
  }

  get events(): readonly RecordingEvent[] {
    return this.header.events;
  }

  get firstMs(): number {
    return this.#collections[0].atMs;
  }

  replayAt(now: Date): Replay {
    return replayOf(this.header, this.positionAt(now), now);
  }

  /**
   * Where the replay is at a moment, in milliseconds since the start of the
   * recording. The same on every replica: it follows from the clock alone.
   */
  positionAt(now: Date): number {
    // Not before the first collection: there is nothing to show there.
    const first = this.firstMs;
    const length = Math.max(1, this.durationMs - first);
    return first + (now.getTime() % length);
  }

  /**
   * What was seen last at this moment of the replay. `leastIntervalSeconds`:
   * how often the caller asks; recorded intervals are raised to it, so that
   * a signal is not stale merely because it is fetched less often than it was
   * recorded.
   */
  sectionsAt(now: Date, leastIntervalSeconds = 0): Partial<Sections> {
    return this.sectionsAtPosition(
      this.positionAt(now),
      now,
      leastIntervalSeconds,
    );
  }

  /** As {@link sectionsAt}, for a position of the caller's choice, with times as if it were `now`. */
  sectionsAtPosition(
    positionMs: number,
    now: Date,
    leastIntervalSeconds = 0,
  ): Partial<Sections> {
    const collection = this.#collections.findLast(
      ({ atMs }) => atMs <= positionMs,
    );
    if (!collection) return {};
    const beginsAt = now.getTime() - positionMs;
    return Object.fromEntries(
      [...collection.frames].map(([name, frame]) => [
        name,
        played(name, frame, beginsAt, leastIntervalSeconds),
      ]),
    );
  }

  /** When this loop of the replay began, in the present: the recording's own start moved to now. */
  startedAt(now: Date): Date {
    return new Date(now.getTime() - this.positionAt(now));
  }
}

/** A frame with its instants put back, counted from `beginsAt`. */
function played(
  name: SectionName,
  { body, times }: Frame,
  beginsAt: number,
  leastIntervalSeconds: number,
): unknown {
  let next = 0;
  return mapInstants(name, body, {
    instant: (_hole, kind) => {
      const ms = beginsAt + times[next++];
      return kind === 'iso' ? new Date(ms).toISOString() : ms / 1000;
    },
    interval: seconds => Math.max(seconds, leastIntervalSeconds),
  });
}

/** Builds every collection from the lines, and checks each new content once. */
function collectionsOf(
  file: string,
  ticks: readonly RecordingTick[],
  header: RecordingHeader,
): RecordedCollection[] {
  let frames = new Map<SectionName, Frame>();
  return ticks.map(({ atMs, sections }, i) => {
    const wrong = (what: string) =>
      new RecordingFileError(file, `line ${i + 2}: ${what}`);
    frames = new Map(frames);
    const fresh = new Map<SectionName, Frame>();
    for (const name of sectionNames) {
      const change = sections[name];
      if (!change) continue;
      const before = frames.get(name);
      const frame = changed(change, before);
      if (typeof frame === 'string') throw wrong(`section ${name}: ${frame}`);
      const holes = countInstants(name, frame.body);
      if (holes !== frame.times.length) {
        throw wrong(
          `section ${name}: ${frame.times.length} times for ${holes} places`,
        );
      }
      if (frame.body !== before?.body) {
        freeze(frame.body);
        fresh.set(name, frame);
      }
      frames.set(name, frame);
    }
    const problem = problemOf(fresh, header);
    if (problem) throw wrong(problem);
    return { atMs, frames };
  });
}

/** What keeps the new contents of one collection from being a snapshot, as of the start of the recording. */
function problemOf(
  fresh: ReadonlyMap<SectionName, Frame>,
  { schemaVersion, cluster, recordedAt }: RecordingHeader,
): string | undefined {
  if (fresh.size === 0) return undefined;
  const startMs = Date.parse(recordedAt);
  const sections = Object.fromEntries(
    [...fresh].map(([name, frame]) => [name, played(name, frame, startMs, 0)]),
  );
  try {
    readSnapshot({ schemaVersion, cluster, takenAt: recordedAt, sections });
    return undefined;
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') throw error;
    return error.message.replace(/\.$/, '');
  }
}

/** The frame after a change, or what is wrong with it. */
function changed(
  { body, times }: NonNullable<RecordingTick['sections'][SectionName]>,
  before: Frame | undefined,
): Frame | string {
  if (Array.isArray(times)) {
    return body === undefined ? 'times without a content' : { body, times };
  }
  if (!before) return 'changed times before there is any content';
  const moved = [...before.times];
  for (const [position, ms] of Object.entries(times)) {
    if (Number(position) >= moved.length) {
      return `time ${position} of ${moved.length}`;
    }
    moved[Number(position)] = ms;
  }
  return { body: before.body, times: moved };
}

function countInstants(name: SectionName, body: unknown): number {
  let count = 0;
  mapInstants(name, body, {
    instant: () => {
      count++;
      return null;
    },
  });
  return count;
}

/** Collections share contents, and clusters share collections: nobody may change them. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) {
    return;
  }
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}
