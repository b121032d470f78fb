/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  canonicalHash,
  Scorecard,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';

const NOT_COLLECTED: UnknownReason = 'not-collected';

/**
 * SHA-256, hex, of what each check names, whatever their order, and whether it
 * still waits for the first collection: the reason it has after that is another.
 */
export function subjectsDigest({
  results,
}: Pick<Scorecard, 'results'>): string {
  return canonicalHash(
    results.map(({ checkId, subjects, reason }) => [
      checkId,
      [...(subjects ?? [])].sort(),
      reason === NOT_COLLECTED,
    ]),
  );
}
