/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import {
  CheckResult,
  Fix,
  fixesOf,
  Scorecard,
  scoreOf,
} from 'backstage-plugin-kubernetes-ha-common';
import { statement } from './needsTime';

/** The results of a scorecard, with those that only wait for time, or go by chance, as passing. */
function steady({ results }: Scorecard): CheckResult[] {
  return results.map(result =>
    statement(result) === 'pass' ? { ...result, status: 'pass' } : result,
  );
}

/** The score of a cluster without what only waits for time. */
export function steadyScore(card: Scorecard): number | null {
  return scoreOf(steady(card)).score;
}

/** What the fix list says of the cause that these checks have in common. Errors: AssertionError when they have none. */
export function fixOf(card: Scorecard, checkIds: readonly string[]): Fix {
  const { causes = [] } = card;
  const cause = causes.find(each =>
    checkIds.every(checkId => each.checkIds.includes(checkId)),
  );
  assert.ok(
    cause,
    `${checkIds.join(', ')} follow from no common cause: ${JSON.stringify(
      causes,
    )}`,
  );
  const fix = fixesOf(steady(card), causes).find(
    ({ causeId }) => causeId === cause.id,
  );
  assert.ok(fix, `no fix is listed for ${cause.id}`);
  return fix;
}
