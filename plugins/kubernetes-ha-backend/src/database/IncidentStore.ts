/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { FindingSpan } from 'backstage-plugin-kubernetes-ha-common';

/** What happened to a cluster. */
export interface IncidentStore {
  /**
   * Findings that were open at any moment of a range (ISO 8601 UTC, both
   * included), with their causes; at most 500, the newest. `more`: there are
   * older ones.
   */
  spans(
    cluster: string,
    range: { from: string; to: string },
  ): Promise<{ spans: FindingSpan[]; more: boolean }>;
}
