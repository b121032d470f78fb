/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { StatusIcon } from '../StatusIcon';
import styles from './LimitSentences.module.css';

/** What sets the score, in words, and what would lift it. */
export function LimitSentences(props: { scorecard: Scorecard }) {
  const { limitedBy, results } = props.scorecard;
  const { t, say, titleOf } = useWording();
  if (!limitedBy) return null;
  const limits = limitedBy.checkIds.flatMap(
    id => results.find(({ checkId }) => checkId === id) ?? [],
  );
  return (
    <ul className={styles.limits}>
      {limits.map(({ checkId, status, observed, unblocks }) => (
        <li key={checkId}>
          <StatusIcon status={status} />{' '}
          <strong>
            {t('chain.limitedBy', { layer: t(`layer.${limitedBy.layer}`) })}
          </strong>{' '}
          {titleOf(checkId)}: {say(observed)}
          {t('chain.fullStop')}
          {unblocks && (
            <span className={styles.unblocks}>
              {' '}
              {t('chain.unblocks', { what: say(unblocks) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
