/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Language } from 'backstage-plugin-kubernetes-ha-common';
import { en } from './en';
import { zh } from './zh';

/** What the reports say around the sentences of the checks. */
export type Words = {
  [K in keyof typeof en]: (...args: Parameters<(typeof en)[K]>) => string;
};

const words: Record<Language, Words> = { en, zh };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}
