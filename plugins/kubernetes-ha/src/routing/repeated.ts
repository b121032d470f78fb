/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Longer than any name that Kubernetes or Prometheus gives (a DNS subdomain has 253 characters at most). */
const MOST_CHARACTERS = 253;

/** A value of an address as a notice repeats it: anybody can write an address of any length. Pure. */
export function repeated(value: string): string {
  return value.length > MOST_CHARACTERS
    ? `${value.slice(0, MOST_CHARACTERS)} …`
    : value;
}
