/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Probe } from 'backstage-plugin-kubernetes-ha-common';
import { useNow } from '../../hooks/useNow';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import styles from './SignalsTab.module.css';

/** The answer to a health question: ok, not ok, or none and why. */
export function ProbeCell(props: {
  probe: Probe;
  words: { ok: string; notOk: string };
}) {
  const { probe, words } = props;
  const { t, duration } = useWording();
  const now = useNow();
  const answered = probe.status !== undefined && !probe.reason;
  const failingSeconds =
    probe.failingSince && (now - Date.parse(probe.failingSince)) / 1000;
  return (
    <span className={styles.lines}>
      <span>
        {probe.ok && (
          <Chip tone="pass">
            {words.ok}
            {probe.latencyMs !== undefined &&
              ` · ${Math.round(probe.latencyMs)} ms`}
          </Chip>
        )}
        {!probe.ok && answered && (
          <Chip tone="fail">
            {words.notOk} ({probe.status})
          </Chip>
        )}
        {!probe.ok && !answered && (
          <Chip tone={probe.reason === 'refused' ? 'fail' : 'unknown'}>
            {t('signals.notHeard')}
            {probe.reason && `: ${t(`reason.${probe.reason}`)}`}
          </Chip>
        )}
      </span>
      {!probe.ok && (
        <span className={styles.muted}>
          {[
            probe.detail,
            failingSeconds !== undefined &&
              failingSeconds !== '' &&
              t('signals.failingSince', { duration: duration(failingSeconds) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </span>
  );
}
