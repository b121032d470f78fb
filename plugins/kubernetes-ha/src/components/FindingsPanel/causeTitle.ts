/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CauseSummary } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import { wordNames } from '../../hooks/wordNames';
import { wordSource } from '../../hooks/wordSource';
import { partsDown } from './partsDown';

/** A cause in a few words: the machines and what of them is down, or what cannot be read and why. */
export function causeTitle(
  { machines, source }: Pick<CauseSummary, 'machines' | 'source'>,
  t: Wording['t'],
  /** Those that follow from it, where they say what is down. */
  checkIds: readonly string[] = [],
): string {
  if (source) return wordSource(source, t);
  const { names = [], count = 0 } = machines ?? {};
  const worded = wordNames(names, count, t);
  const parts = partsDown(checkIds);
  return parts.length > 0
    ? t('cause.machinesDown', {
        count,
        names: worded,
        parts: parts.map(part => t(`cause.part.${part}`)).join(t('cause.and')),
      })
    : worded;
}
