/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { describeChecks } from 'backstage-plugin-kubernetes-ha-common';
import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';

/** What is checked, with severities and thresholds as the policy has them. */
export function addCheckRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { checks, policy } = deps;

  router.get('/v1/checks', async (req, res) => {
    await reader(deps, req);
    res.json(describeChecks({ checks, policy: policy() }));
  });
}
