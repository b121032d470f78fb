/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  message,
  Replay,
  ReplayMark,
} from 'backstage-plugin-kubernetes-ha-common';
import type { RecordingEvent, RecordingHeader } from './format';
import { wordsOfEvent } from './wordsOfEvent';

/** Where the playback of a recording is, and what was done to the cluster there. Pure. */
export function replayOf(
  {
    title,
    durationMs,
    events,
  }: Pick<RecordingHeader, 'title' | 'durationMs' | 'events'>,
  positionMs: number,
  now: Date,
): Replay {
  const next = events.find(({ atMs }) => atMs > positionMs);
  return {
    title,
    startedAt: new Date(now.getTime() - positionMs).toISOString(),
    positionSeconds: secondsOf(positionMs),
    durationSeconds: Math.max(1, secondsOf(durationMs)),
    now: standing(events.filter(({ atMs }) => atMs <= positionMs)),
    next: next
      ? markOf(next)
      : {
          atSeconds: secondsOf(durationMs),
          what: message('replay.restart'),
        },
  };
}

/** The faults in force after these events, the newest first; without one the last event, or the start. */
function standing(past: readonly RecordingEvent[]): ReplayMark[] {
  const inForce = new Map<string, RecordingEvent>();
  for (const event of past) {
    if (event.kind === 'fault') inForce.set(event.title, event);
    if (event.kind === 'heal') inForce.delete(event.title);
  }
  const last = past.at(-1);
  if (inForce.size > 0) return [...inForce.values()].reverse().map(markOf);
  return [
    last ? markOf(last) : { atSeconds: 0, what: message('replay.start') },
  ];
}

function markOf(event: RecordingEvent): ReplayMark {
  return { atSeconds: secondsOf(event.atMs), what: wordsOfEvent(event) };
}

function secondsOf(ms: number): number {
  return Math.floor(ms / 1000);
}
