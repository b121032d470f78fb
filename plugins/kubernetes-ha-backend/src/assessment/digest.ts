/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  canonicalHash,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';

/** SHA-256, hex, of what each check names, whatever their order. */
export function subjectsDigest({
  results,
}: Pick<Scorecard, 'results'>): string {
  return canonicalHash(
    results.map(({ checkId, subjects }) => [
      checkId,
      [...(subjects ?? [])].sort(),
    ]),
  );
}
