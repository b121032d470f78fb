/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Seconds since 1970 → ISO 8601 UTC as Kubernetes writes it, without fractions. */
export function isoTime(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const date = new Date(seconds * 1000);
  // Beyond the year 9999 there is no such notation; no cluster means such a time.
  if (!(date.getTime() < 253_402_300_800_000)) return undefined;
  return `${date.toISOString().slice(0, 19)}Z`;
}
