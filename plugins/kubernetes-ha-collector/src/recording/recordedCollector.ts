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
import type { RecordingHeader } from './format';
import { RecordingPlayback } from './playback';

/** Sees a cluster as a recording has it, at the present moment of its replay. */
export class RecordedCollector implements Collector {
  readonly #playback: RecordingPlayback;

  constructor(playback: RecordingPlayback) {
    this.#playback = playback;
  }

  /** What the recording says of itself and its cluster. */
  get header(): RecordingHeader {
    return this.#playback.header;
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
    // Everything is in memory; nothing is held open.
  }
}

/**
 * What sees a cluster whose `connection.type` is `recorded`. The file is read
 * and checked whole. Errors: RecordingFileError naming file, line and remedy.
 */
export async function createRecordedCollector(
  connection: Pick<RecordedConnectionConfig, 'file'>,
): Promise<RecordedCollector> {
  return new RecordedCollector(await RecordingPlayback.open(connection.file));
}
