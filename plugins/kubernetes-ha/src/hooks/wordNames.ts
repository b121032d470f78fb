/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Wording } from './useWording';

/** Names that are written out unless said otherwise; of a lost zone there are hundreds. (proposal) */
const NAMED = 5;

/** The first of `count` names, and how many more there are: `cp-a, cp-b and 3 more`. @internal */
export function wordNames(
  names: readonly string[],
  count: number,
  t: Wording['t'],
  most = NAMED,
): string {
  const shown = names.slice(0, most);
  const first = shown.join(', ');
  return count > shown.length
    ? t('names.more', { names: first, number: String(count - shown.length) })
    : first;
}
