/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { RiFilmLine } from '@remixicon/react';
import type { Replay, ReplayMark } from 'backstage-plugin-kubernetes-ha-common';
import { useNow } from '../../hooks/useNow';
import { useWording, Wording } from '../../hooks/useWording';
import { clock } from './clock';
import styles from './ReplayRibbon.module.css';

/** What happens now in the recording that is played back, and what comes next. @internal */
export function ReplayRibbon(props: { replay: Replay }) {
  const { replay } = props;
  const { title, durationSeconds } = replay;
  const wording = useWording();
  const { t } = wording;
  const elapsed = Math.floor((useNow() - Date.parse(replay.startedAt)) / 1000);
  const position = Math.min(durationSeconds, Math.max(0, elapsed));
  return (
    <div className={styles.ribbon}>
      <RiFilmLine className={styles.icon} aria-hidden="true" />
      {/* Its text changes with the events of the recording only, so that nothing is read out at each second or poll. */}
      <span role="status">{sentence(replay, position, wording)}</span>
      <span className={styles.position} aria-hidden="true">
        {title} ·{' '}
        {t('replay.position', {
          position: clock(position),
          duration: clock(durationSeconds),
        })}
      </span>
    </div>
  );
}

/** What came next when the page was loaded is so by now, once its time has come. */
function sentence(
  { now, next }: Replay,
  position: number,
  wording: Wording,
): string {
  const { t } = wording;
  const isPast = position >= next.atSeconds;
  const standing = (isPast ? [next] : now)
    .map(mark => wordMark('replay.since', mark, wording))
    .join(t('replay.and'));
  if (isPast) return t('replay.now', { now: standing });
  return t('replay.nowAndNext', {
    now: standing,
    next: wordMark('replay.at', next, wording),
  });
}

function wordMark(
  key: 'replay.since' | 'replay.at',
  { what, atSeconds }: ReplayMark,
  { t, say }: Wording,
): string {
  return t(key, { what: say(what), at: clock(atSeconds) });
}
