/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useNow } from '../../hooks/useNow';
import { useWording, Wording } from '../../hooks/useWording';

/** How long ago (or ahead) an instant is, in words. */
export function wordAge(iso: string, nowMs: number, wording: Wording): string {
  const seconds = Math.round((nowMs - Date.parse(iso)) / 1000);
  if (seconds < -1) {
    return wording.t('time.in', { duration: wording.duration(-seconds) });
  }
  if (seconds < 1) return wording.t('time.justNow');
  return wording.t('time.ago', { duration: wording.duration(seconds) });
}

/** How long something has lasted since an instant, in words: `for 3 min`, and `down for 3 min` of what is broken. */
function wordElapsed(
  iso: string,
  nowMs: number,
  form: 'for' | 'downFor',
  { t, duration }: Wording,
): string {
  // A clock that is behind the backend's has it begin now.
  const seconds = Math.max(0, Math.round((nowMs - Date.parse(iso)) / 1000));
  return t(`time.${form}`, { duration: duration(seconds) });
}

/** An instant, relative to now; the absolute time on hover, and on paper. Ticks once a second. @internal */
export function RelativeTime(props: {
  at: string;
  /** `ago` by default; `for` and `downFor`: how long it has lasted since then. */
  form?: 'ago' | 'for' | 'downFor';
}) {
  const { at, form = 'ago' } = props;
  const now = useNow();
  const wording = useWording();
  return (
    <time dateTime={at} title={wording.dateTime(at)} data-relative="">
      <span>
        {form === 'ago'
          ? wordAge(at, now, wording)
          : wordElapsed(at, now, form, wording)}
      </span>
    </time>
  );
}
