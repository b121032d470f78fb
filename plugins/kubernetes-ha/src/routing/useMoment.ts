/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useUrlState } from './useUrlState';

/** The moment that the address of the page names (`?at=…`), in milliseconds since the epoch; undefined for none, and for what is no time. */
export function useMoment(): number | undefined {
  const parsed = Date.parse(useUrlState().get('at') ?? '');
  return Number.isNaN(parsed) ? undefined : parsed;
}
