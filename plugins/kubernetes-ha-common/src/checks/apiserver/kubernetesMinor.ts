/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Major and minor of a Kubernetes version. */
export interface KubernetesMinor {
  major: number;
  minor: number;
}

/** Versions that were read: nodes by the hundred have the same few. (proposal) */
const KEPT_VERSIONS = 1_000;

/** Longer ones are no versions, or somebody's invention. */
const KEPT_CHARACTERS = 64;

/** By their text; null for what is no version. */
const kept = new Map<string, Readonly<KubernetesMinor> | null>();

/** Major and minor of `v1.37.2`, `v1.33.5-eks-1-33` or `1.37+`; undefined for what is no version. */
export function kubernetesMinor(version: string): KubernetesMinor | undefined {
  if (version.length > KEPT_CHARACTERS) return readMinor(version);
  let known = kept.get(version);
  if (known === undefined) {
    known = readMinor(version) ?? null;
    if (kept.size >= KEPT_VERSIONS) kept.clear();
    kept.set(version, known);
  }
  return known ?? undefined;
}

function readMinor(version: string): KubernetesMinor | undefined {
  const found = /^v?(\d+)\.(\d+)(?:[.+-]|$)/.exec(version);
  if (!found) return undefined;
  return { major: Number(found[1]), minor: Number(found[2]) };
}

/** Whether `version` is at least 1.`minor`; undefined when it is no version. */
export function isAtLeast(version: string, minor: number): boolean | undefined {
  const parsed = kubernetesMinor(version);
  if (!parsed) return undefined;
  return parsed.major > 1 || (parsed.major === 1 && parsed.minor >= minor);
}
