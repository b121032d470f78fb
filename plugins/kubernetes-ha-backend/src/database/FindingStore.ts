/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Finding, Page } from 'backstage-plugin-kubernetes-ha-common';

/** Which findings, and which page of them. */
export interface FindingQuery {
  state: 'open' | 'resolved' | 'all';
  /** Only findings of these checks. */
  check?: readonly string[];
  offset: number;
  limit: number;
}

/** Findings over time. */
export interface FindingStore {
  /** Open ones first, worst first, newest first. */
  list(cluster: string, query: FindingQuery): Promise<Page<Finding>>;
}
