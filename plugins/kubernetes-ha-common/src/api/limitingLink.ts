/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Scorecard } from '../scoring/scorecard';
import type { LimitingLink } from './types';

/** What the fleet says of one check of a scorecard; nothing where that has no such check. Pure. @public */
export function limitingLink(
  { results }: Pick<Scorecard, 'results'>,
  wanted: string | undefined,
): LimitingLink | undefined {
  const result = results.find(({ checkId }) => checkId === wanted);
  if (!result) return undefined;
  const { layer, checkId, status, severity, observed } = result;
  return { layer, checkId, status, severity, observed };
}
