/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Wording of quantities inside messages. Deterministic: no locale data of the
 * machine enters, so that the same snapshot gives the same bytes everywhere.
 */

import type { Language } from './languages';

const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Bytes as `2.1 GiB`; whole numbers below 1 KiB. @public */
export function bytes(value: number): string {
  let amount = value;
  let unit = 0;
  while (Math.abs(amount) >= 1024 && unit < binaryUnits.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? amount : round(amount, 1)} ${binaryUnits[unit]}`;
}

/** A number with at most `digits` decimals and no trailing zeros. @public */
export function round(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** A share as `85 %`, one decimal below 10 %. @public */
export function percent(ratio: number): string {
  const value = ratio * 100;
  return `${round(value, value < 10 ? 1 : 0)} %`;
}

const durationUnits = {
  en: [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ],
  zh: [
    ['天', 86_400],
    ['小时', 3_600],
    ['分钟', 60],
    ['秒', 1],
  ],
} as const satisfies Record<Language, unknown>;

/** Seconds as `2 d 3 h`: the two largest units that are not zero. @public */
export function duration(seconds: number, language: Language = 'en'): string {
  if (seconds < 1)
    return `${round(seconds, 2)} ${durationUnits[language][3][0]}`;
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [unit, size] of durationUnits[language]) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(`${amount} ${unit}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

/** The most names a sentence lists before it only counts the rest. */
const LISTED_NAMES = 5;

/** `a, b and c`, at most five names and then `and 7 more`. @public */
export function list(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  if (names.length === 1) return names[0];
  if (names.length > LISTED_NAMES) {
    return `${names.slice(0, LISTED_NAMES).join(', ')} and ${
      names.length - LISTED_NAMES
    } more`;
  }
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** The Chinese form of {@link list}. @public */
export function listZh(names: readonly string[]): string {
  if (names.length === 0) return '无';
  if (names.length > LISTED_NAMES) {
    return `${names.slice(0, LISTED_NAMES).join('、')} 等 ${names.length} 个`;
  }
  return names.join('、');
}

/** `1 member`, `2 members`. @public */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
