/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Message } from '../messages';

/** Something that was done to a cluster while it was recorded. @public */
export interface ReplayMark {
  /** Seconds since the start of the recording. */
  atSeconds: number;
  /** What is so from then on. */
  what: Message;
}

/** Where the playback of a recording is, and what happens in it. @public */
export interface Replay {
  /** The name of the recording, as it was given when it was made. */
  title: string;
  /** When this loop of the playback began, ISO 8601 UTC; the next one begins `durationSeconds` after. */
  startedAt: string;
  /** Seconds since then, at the time of the answer. */
  positionSeconds: number;
  durationSeconds: number;
  /** The faults in force, the newest first; where there is none, what was last put right, or that nothing has happened yet. Never empty. */
  now: ReplayMark[];
  /** What comes next in this round; at its end the recording begins again. */
  next: ReplayMark;
}
