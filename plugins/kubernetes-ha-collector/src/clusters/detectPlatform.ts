/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterFacts,
  recognisePlatform,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * Whose control plane this is, as far as what was seen tells. Nothing while it
 * decides nothing: then what was recognised before stays.
 * @public
 */
export function detectPlatform(
  signals: SomeSections,
): ClusterFacts['platform'] | undefined {
  return recognisePlatform(signals)?.platform;
}
