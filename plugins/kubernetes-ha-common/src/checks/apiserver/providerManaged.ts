/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterFacts } from '../../snapshot/clusterSnapshot';
import { message } from '../../messages';
import type { Outcome } from '../check';
import { notApplicable } from '../outcome';

/** The answer of checks that look inside the control plane, where the provider runs it. */
export function providerManaged(cluster: ClusterFacts): Outcome {
  const marks = (cluster.platformMarks ?? [])
    .filter(({ platform }) => platform === cluster.platform)
    .map(({ mark }) => mark);
  return notApplicable(
    message('check.provider-managed', { platform: cluster.platform, marks }),
  );
}
