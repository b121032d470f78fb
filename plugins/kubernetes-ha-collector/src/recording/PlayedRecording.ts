/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Replay,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { RecordingHeader } from './format';

/** A recording that is played back in an endless loop. Clusters of one file share it: the same object, never changed. @public */
export interface PlayedRecording {
  readonly header: RecordingHeader;
  /** Position of the first collection, milliseconds since the start: a loop begins there and ends at `header.durationMs`. */
  readonly firstMs: number;
  /** Where the playback is at a moment, milliseconds since the start of the recording: it follows from the clock alone. */
  positionAt(now: Date): number;
  /** What happens there, in words. */
  replayAt(now: Date): Replay;
  /** What was seen last at this position, with times as if it were `now`, and intervals of at least so many seconds. */
  sectionsAtPosition(
    positionMs: number,
    now: Date,
    leastIntervalSeconds?: number,
  ): SomeSections;
}
