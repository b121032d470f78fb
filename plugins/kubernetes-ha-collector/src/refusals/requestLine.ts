/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * A request as errors and signals quote it: without what the query says, which
 * may be a credential (a statistics page behind a key, say).
 */
export function requestLine(url: string, path: string): string {
  return `GET ${url}${path.replace(/[?#].*$/s, '?…')}`;
}
