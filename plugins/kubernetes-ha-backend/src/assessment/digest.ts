/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createHash } from 'node:crypto';
import type {
  Scorecard,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';

const NOT_COLLECTED: UnknownReason = 'not-collected';

/** A check that is not asked anew names the very same list. */
const texts = new WeakMap<readonly string[], string>();

/**
 * SHA-256, hex, of what each check names, whatever their order, and whether it
 * still waits for the first collection: the reason it has after that is another.
 */
export function subjectsDigest({
  results,
}: Pick<Scorecard, 'results'>): string {
  const rows = results.map(
    ({ checkId, subjects, reason }) =>
      `[${JSON.stringify(checkId)},${textOf(subjects)},${
        reason === NOT_COLLECTED
      }]`,
  );
  return createHash('sha256')
    .update(`[${rows.join(',')}]`)
    .digest('hex');
}

function textOf(subjects: readonly string[] | undefined): string {
  if (!subjects) return '[]';
  let text = texts.get(subjects);
  if (text === undefined) {
    text = JSON.stringify([...subjects].sort());
    texts.set(subjects, text);
  }
  return text;
}
