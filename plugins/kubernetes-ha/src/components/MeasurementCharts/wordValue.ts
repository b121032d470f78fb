/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  bytes,
  Language,
  MeasureUnit,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';

const DIGITS = 3;

/** A measured value in the unit that people read. */
export function wordValue(
  value: number,
  unit: MeasureUnit,
  t: Wording['t'],
  language: Language,
): string {
  const number = (amount: number) =>
    new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      maximumSignificantDigits: DIGITS,
    }).format(amount);
  switch (unit) {
    case 'bytes':
      return bytes(value);
    case 'seconds':
      return value < 1 ? `${number(value * 1000)} ms` : `${number(value)} s`;
    case 'per-second':
      return t('charts.perSecond', { number: number(value) });
    case 'count':
      // A raft term of five digits is told in full.
      return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
        maximumFractionDigits: 1,
      }).format(value);
    default:
      return unexpected(unit);
  }
}

function unexpected(unit: never): never {
  throw new Error(`Unexpected unit ${String(unit)}`);
}
