/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterFacts,
  ConnectRecipe,
  Sections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from '../config/clusterConfig';

export type { ConnectRecipe };

/** What recipes are written from. */
export interface RecipeContext {
  /** The configuration in force. */
  config: ClusterConfig;
  cluster: Pick<ClusterFacts, 'platform'>;
  /** The newest signals: for the cluster's own addresses and names. */
  sections: Readonly<Partial<Sections>>;
  /** Folder on the backend's machine in which the recipes put files; absolute. */
  folder: string;
}
