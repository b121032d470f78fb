/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Check,
  CheckDescription,
  Policy,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';

/** What is checked, with severities and thresholds as the policy has them. */
export function addCheckRoutes(router: ApiRouter, deps: HttpDeps): void {
  const descriptions = deps.checks.map(check => describe(check, deps.policy));

  router.get('/v1/checks', async (req, res) => {
    await reader(deps, req);
    res.json(descriptions);
  });
}

function describe(check: Check, policy: Policy): CheckDescription {
  const own = policy.thresholds[check.id] ?? {};
  return {
    id: check.id,
    title: { code: `${check.id}.title`, params: {} },
    layer: check.layer,
    severity: policy.severities[check.id] ?? check.severity,
    stage: check.stage,
    runbook: check.runbook,
    source: check.source,
    reads: [...check.reads],
    thresholds: Object.fromEntries(
      Object.entries(check.thresholds ?? {}).map(([name, threshold]) => [
        name,
        { ...threshold, value: own[name] ?? threshold.value },
      ]),
    ),
  };
}
