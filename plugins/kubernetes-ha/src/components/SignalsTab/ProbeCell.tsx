/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Probe } from 'backstage-plugin-kubernetes-ha-common';
import { useNow } from '../../hooks/useNow';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { Quoted } from '../Quoted';
import styles from './SignalsTab.module.css';

/** The answer to a health question: ok, not ok, or none and why. */
export function ProbeCell(props: {
  probe: Probe;
  words: { ok: string; notOk: string };
}) {
  const { probe, words } = props;
  const { t } = useWording();
  const answered = probe.status !== undefined && !probe.reason;
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
      {!probe.ok && (probe.detail || probe.failingSince) && (
        <span className={styles.muted}>
          {probe.detail && <Quoted>{probe.detail}</Quoted>}
          {probe.detail && probe.failingSince && ' · '}
          {probe.failingSince && <FailingSince at={probe.failingSince} />}
        </span>
      )}
    </span>
  );
}

function FailingSince(props: { at: string }) {
  const { t, duration, dateTime } = useWording();
  const seconds = Math.max(0, (useNow() - Date.parse(props.at)) / 1000);
  return (
    <time dateTime={props.at} title={dateTime(props.at)}>
      {t('signals.failingSince', { duration: duration(seconds) })}
    </time>
  );
}
