/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Check } from '../checks/check';
import { checks as allChecks } from '../checks/registry';
import { defaultPolicy, Policy } from '../policy/policy';
import type { CheckDescription } from './types';

/**
 * What each check is, for catalogues and screens, with the severities and
 * thresholds that the policy gives, in the order of the checks.
 * @public
 */
export function describeChecks(
  options: { checks?: readonly Check[]; policy?: Policy } = {},
): CheckDescription[] {
  const { checks = allChecks, policy = defaultPolicy } = options;
  return checks.map(check => {
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
        Object.entries(check.thresholds ?? {}).map(
          ([name, { value, unit, source }]) => [
            name,
            { value: own[name] ?? value, unit, source },
          ],
        ),
      ),
    };
  });
}
