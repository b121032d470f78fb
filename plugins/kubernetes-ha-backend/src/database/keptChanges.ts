/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How densely changes are kept as they age: all of the last six hours, then the
 * last of each hour for a week, then the last of each day. A cluster that
 * changes at every second collection leaves 400 of them instead of 43,000 a
 * month. (proposal)
 */
const ages = [
  { olderThanMs: 7 * DAY_MS, letters: 'YYYY-MM-DD'.length },
  { olderThanMs: 6 * HOUR_MS, letters: 'YYYY-MM-DDTHH'.length },
] as const;

/**
 * Which changes may go, out of the times of all of a cluster (ISO 8601 UTC, any
 * order): those before `limit` that are not in force at it, and what is denser
 * than its age deserves. The newest always stays. Pure.
 */
export function changesToDrop(
  times: readonly string[],
  now: Date,
  limit: string,
): string[] {
  const drop: string[] = [];
  const newestFirst = [...times].sort().reverse();
  let later: string | undefined;
  for (const time of newestFirst) {
    if (later !== undefined && isOutlived(time, later, now, limit)) {
      drop.push(time);
    } else {
      later = time;
    }
  }
  return drop;
}

/** Whether the next later change that stays makes this one dispensable. */
function isOutlived(
  time: string,
  later: string,
  now: Date,
  limit: string,
): boolean {
  // The one in force at the limit stays, whatever comes after it.
  if (time <= limit) return later <= limit;
  const ageMs = now.getTime() - Date.parse(time);
  const age = ages.find(({ olderThanMs }) => ageMs > olderThanMs);
  if (!age) return false;
  return time.slice(0, age.letters) === later.slice(0, age.letters);
}
