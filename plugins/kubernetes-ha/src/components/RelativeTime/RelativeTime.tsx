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

/** An instant, relative to now; the absolute time on hover. Ticks once a second. @internal */
export function RelativeTime(props: { at: string }) {
  const { at } = props;
  const now = useNow();
  const wording = useWording();
  return (
    <time dateTime={at} title={wording.dateTime(at)}>
      {wordAge(at, now, wording)}
    </time>
  );
}
