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

/** Major and minor of `v1.37.2`, `v1.33.5-eks-1-33` or `1.37+`; undefined for what is no version. */
export function kubernetesMinor(version: string): KubernetesMinor | undefined {
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
