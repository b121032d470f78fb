/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Where the last view of the fleet is kept: in this tab, through reloads. */
const KEY = 'kubernetes-ha.fleet';

/** Remembers filters and page of the fleet (`?tier=production`) for the way back from a cluster. @internal */
export function rememberFleetView(search: string): void {
  try {
    sessionStorage.setItem(KEY, search);
  } catch {
    // A browser may forbid storage; the way back then leads to the whole fleet.
  }
}

/** Filters and page that the fleet was last seen with in this tab. @internal */
export function lastFleetView(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
