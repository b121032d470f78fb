/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Language } from 'backstage-plugin-kubernetes-ha-common';

const DAY_SECONDS = 86_400;
/** Spans below it have times that differ in their seconds only. */
const SHORT_SECONDS = 600;

const forms = {
  second: {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
  /** Within about a day the clock says enough. */
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A time on an axis that spans so many seconds: as exact as the axis, and no longer. */
export function wordTime(
  seconds: number,
  span: number,
  language: Language,
): string {
  return new Intl.DateTimeFormat(
    language === 'zh' ? 'zh-CN' : 'en-GB',
    forms[formOf(span)],
  ).format(seconds * 1000);
}

function formOf(span: number): keyof typeof forms {
  if (span < SHORT_SECONDS) return 'second';
  if (span <= 2 * DAY_SECONDS) return 'clock';
  return span <= 120 * DAY_SECONDS ? 'day' : 'month';
}
