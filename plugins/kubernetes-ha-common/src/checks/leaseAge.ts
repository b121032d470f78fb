/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeaseInfo, LeasesInfo } from '../snapshot/sections/leases';

/** Clocks kept by NTP differ by far less; the `Date` header counts whole seconds. (proposal) */
const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * Seconds since a lease was renewed, by the clock of the server that listed
 * it; undefined when it never was. Negative where the holder's clock is ahead
 * by more than clocks may differ: such a lease would look fresh long after its
 * holder died, so that its age tells nothing.
 */
export function leaseAgeSeconds(
  { renewTime }: Pick<LeaseInfo, 'renewTime'>,
  { serverTime }: Pick<LeasesInfo, 'serverTime'>,
): number | undefined {
  if (!renewTime) return undefined;
  const age = (parsed(serverTime) - Date.parse(renewTime)) / 1000;
  return age < -CLOCK_TOLERANCE_SECONDS ? age : Math.max(0, age);
}

/** The time that was parsed last: all Leases of a list are held against one. */
let last = { text: '', ms: NaN };

function parsed(text: string): number {
  if (text !== last.text) last = { text, ms: Date.parse(text) };
  return last.ms;
}
