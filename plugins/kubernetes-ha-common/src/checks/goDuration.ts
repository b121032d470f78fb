/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

const UNIT_SECONDS: Record<string, number> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/**
 * Seconds of a Go duration as flags spell it: `5m0s`, `1h30m`, `1.5s`, `0`.
 * Undefined for anything else.
 * Source: https://pkg.go.dev/time#ParseDuration
 */
export function goDurationSeconds(text: string): number | undefined {
  const value = text.trim();
  if (/^[+-]?0$/.test(value)) return 0;
  if (!/^[+-]?(?:\d+(?:\.\d*)?(?:h|ms|m|s|us|µs|ns))+$/.test(value)) {
    return undefined;
  }
  const sign = value.startsWith('-') ? -1 : 1;
  let seconds = 0;
  for (const [, amount, unit] of value.matchAll(
    /(\d+(?:\.\d*)?)(h|ms|m|s|us|µs|ns)/g,
  )) {
    seconds += Number(amount) * UNIT_SECONDS[unit];
  }
  return sign * seconds;
}
