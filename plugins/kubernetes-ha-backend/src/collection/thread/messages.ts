/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Policy } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from 'backstage-plugin-kubernetes-ha-collector';
import type { KubernetesHaScorecardEvent } from 'backstage-plugin-kubernetes-ha-node';
import type { ThreadDatabase } from './threadDatabase';

/** What a thread collects from, and by what it assesses. */
export interface Collected {
  clusters: readonly ClusterConfig[];
  policy: Policy;
}

/** What a thread is started with. `role` keeps any other worker that loads its file from collecting. */
export interface ThreadStart extends Collected {
  role: string;
  database: ThreadDatabase;
}

/** To the thread: another configuration, or the end. */
export type ThreadOrder = { follow: Collected } | 'stop';

/** A line for the log of the plugin. */
export interface LogLine {
  level: 'error' | 'warn' | 'info' | 'debug';
  message: string;
  /** An Error or an object, as structured cloning leaves it. */
  meta?: unknown;
}

/** From the thread. `ready` once: it collects from now on. */
export type ThreadReport =
  | 'ready'
  | { log: LogLine }
  | { scorecard: KubernetesHaScorecardEvent };
