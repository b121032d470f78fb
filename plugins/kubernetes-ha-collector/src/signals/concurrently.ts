/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import pLimit from 'p-limit';

/** Maps with at most `limit` at work at once; the answers keep the order of the items. */
export async function concurrently<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const place = pLimit(limit);
  return Promise.all(items.map(item => place(() => work(item))));
}
