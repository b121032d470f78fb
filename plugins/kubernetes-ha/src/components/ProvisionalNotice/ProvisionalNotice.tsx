/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert } from '@backstage/ui';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { wordRange } from '../../hooks/wordRange';

/** How many critical and high checks are unknown, how much is seen, and what the grade can be: what makes it provisional. The findings say which and why. @internal */
export function ProvisionalNotice(props: { scorecard: Scorecard }) {
  const { t } = useWording();
  const { coverage, possible, results } = props.scorecard;
  const untold = results.filter(
    ({ status, severity }) =>
      status === 'unknown' && (severity === 'critical' || severity === 'high'),
  );
  return (
    <Alert
      status="warning"
      icon
      title={t('provisional.title')}
      description={[
        t('provisional.text', { count: untold.length }),
        t('provisional.visibility', {
          known: String(coverage.known),
          applicable: String(coverage.applicable),
        }),
        possible && wordRange(possible, t),
      ]
        .filter(Boolean)
        .join(' ')}
    />
  );
}
