/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert } from '@backstage/ui';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import styles from './ProvisionalNotice.module.css';

/** Checks that the notice lists; the findings below have them all. */
const LISTED = 5;

/** Which critical and high checks are unknown, and why: what makes a grade provisional. @internal */
export function ProvisionalNotice(props: { scorecard: Scorecard }) {
  const { t, titleOf, say } = useWording();
  const untold = props.scorecard.results.filter(
    ({ status, severity }) =>
      status === 'unknown' && (severity === 'critical' || severity === 'high'),
  );
  return (
    <Alert
      status="warning"
      icon
      title={t('provisional.title')}
      description={
        <div>
          {t('provisional.text', { count: untold.length })}
          <ul className={styles.list}>
            {untold.slice(0, LISTED).map(({ checkId, reason, observed }) => (
              <li key={checkId}>
                <strong>{titleOf(checkId)}</strong>
                {reason && ` (${t(`reason.${reason}`)})`}: {say(observed)}
              </li>
            ))}
            {untold.length > LISTED && (
              <li>
                {t('provisional.more', {
                  number: String(untold.length - LISTED),
                })}
              </li>
            )}
          </ul>
        </div>
      }
    />
  );
}
