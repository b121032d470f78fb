/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup } from '../contracts';
import type { SeenIdentity } from '../clusters/identityOf';
import type {
  Collected,
  Collector,
  CollectorContext,
} from '../collection/Collector';
import type { RecordedConnectionConfig } from '../config/clusterConfig';
import { configuredPath } from '../configuredPath';
import type { RecordingHeader } from './format';
import type { PlayedRecording } from './PlayedRecording';
import type { RecordingPlayback } from './playback';
import { SharedRecordings } from './sharedRecordings';

/** Sees a cluster as a recording has it, at the present moment of its replay. */
export class RecordedCollector implements Collector {
  readonly #playback: RecordingPlayback;
  readonly #release: () => void;

  constructor(playback: RecordingPlayback, release: () => void = () => {}) {
    this.#playback = playback;
    this.#release = release;
  }

  /** What the recording says of itself and its cluster. */
  get header(): RecordingHeader {
    return this.#playback.header;
  }

  get recording(): PlayedRecording {
    return this.#playback;
  }

  sectionsOf(group: CollectionGroup): readonly SectionName[] {
    return this.header.groups[group];
  }

  async identity(): Promise<SeenIdentity> {
    const { uid } = this.header.cluster;
    return { identity: uid === undefined ? {} : { uid } };
  }

  async collect(
    group: CollectionGroup,
    { now, intervalSeconds }: CollectorContext,
  ): Promise<Collected> {
    const wanted = this.sectionsOf(group);
    const sections = this.#playback.sectionsAt(now(), intervalSeconds);
    return {
      sections: Object.fromEntries(
        Object.entries(sections).filter(([name]) =>
          wanted.some(section => section === name),
        ),
      ),
      // Reading a file is no burden on any API server.
      readingMs: 0,
    };
  }

  async close(): Promise<void> {
    this.#release();
  }
}

/** One for the process: clusters of one file share what was read. */
const recordings = new SharedRecordings();

/**
 * What sees a cluster whose `connection.type` is `recorded`. The file is read
 * and checked whole, once for all clusters that play it. Errors: RecordingFileError naming file, line and remedy.
 */
export async function createRecordedCollector(
  connection: Pick<RecordedConnectionConfig, 'file'>,
): Promise<RecordedCollector> {
  const { playback, release } = await recordings.acquire(
    configuredPath(connection.file),
  );
  return new RecordedCollector(playback, release);
}
