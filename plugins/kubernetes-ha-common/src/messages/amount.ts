/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bytes, duration, percent } from './format';
import type { Language } from './languages';
import { isMessageCode, say } from './message';

/** Units that a check may also write in the singular. */
const plural: Readonly<Record<string, string>> = {
  'minor version': 'minor versions',
  'patch version': 'patch versions',
};

/**
 * A number with its unit, in the unit that people read and in their language:
 * `amount(2048, 'bytes')` is `2 KiB`, `amount(3, 'members', 'zh')` is `3 个成员`.
 * A unit that this version does not know (of an adopter's check) stands as it is.
 * @public
 */
export function amount(
  value: number,
  unit: string,
  language: Language = 'en',
): string {
  if (unit === 'bytes') return bytes(value);
  if (unit === 'ratio') return percent(value);
  if (unit === 's') return duration(value, language);
  if (unit === 'd') return duration(value * 86_400, language);
  const code = `unit.${plural[unit] ?? unit}`;
  if (!isMessageCode(code, language)) return `${value} ${unit}`;
  return say({ code, params: { count: value } }, language);
}
