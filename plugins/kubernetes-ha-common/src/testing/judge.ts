/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Check, CheckResult } from '../checks/check';
import { runCheck } from '../checks/runChecks';
import { languages, say } from '../messages';
import type { Policy } from '../policy/policy';
import type { ClusterFacts } from '../snapshot/clusterSnapshot';
import { snapshotWith } from './snapshotWith';

/** Signs of a sentence made from parameters that it should not have got. */
const BROKEN = /undefined|NaN|Infinity|\[object|check\.broken/;

/**
 * Runs a check on the given sections, and says its whole answer in every
 * language: an answer that reads wrong fails the test, whatever its status.
 */
export function judge(
  check: Check,
  given: Parameters<typeof snapshotWith>[0],
  {
    cluster,
    policy,
  }: { cluster?: Partial<ClusterFacts>; policy?: Policy } = {},
): CheckResult & { says: string } {
  const result = runCheck(check, snapshotWith(given, cluster), policy);
  const { observed, required, fix, nextLoss } = result;
  for (const language of languages) {
    for (const message of [observed, required, fix, nextLoss]) {
      if (!message) continue;
      const sentence = say(message, language);
      if (
        sentence.trim() === '' ||
        sentence.startsWith(message.code) ||
        message.code.startsWith('check.broken') ||
        BROKEN.test(sentence)
      ) {
        throw new Error(
          `${check.id} says "${sentence}" (${language}, ${message.code}). Expected: a whole sentence.`,
        );
      }
    }
  }
  return { ...result, says: say(observed) };
}
