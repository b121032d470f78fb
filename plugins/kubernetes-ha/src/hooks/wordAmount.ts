/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  bytes,
  duration,
  Language,
  percent,
} from 'backstage-plugin-kubernetes-ha-common';
import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import type { kubernetesHaTranslationRef } from '../translation';

/** The units in which checks count, and their labels. */
const counted = {
  candidates: 'candidates',
  commits: 'commits',
  comparisons: 'comparisons',
  elections: 'elections',
  endpoints: 'endpoints',
  entries: 'entries',
  instances: 'instances',
  'looks in a row': 'collections',
  members: 'members',
  'minor versions': 'minorVersions',
  'minor version': 'minorVersions',
  nodes: 'nodes',
  'patch version': 'patchVersions',
  'patch versions': 'patchVersions',
  requests: 'requests',
  servers: 'servers',
  times: 'times',
  transitions: 'transitions',
  writes: 'writes',
  zones: 'zones',
} as const;

function isCounted(unit: string): unit is keyof typeof counted {
  return Object.hasOwn(counted, unit);
}

/** A number with its unit, in the unit that people read and in their language. */
export function wordAmount(
  value: number,
  unit: string,
  t: TranslationFunction<(typeof kubernetesHaTranslationRef)['T']>,
  language: Language,
): string {
  if (unit === 'bytes') return bytes(value);
  if (unit === 'ratio') return percent(value);
  if (unit === 's') return duration(value, language);
  if (unit === 'd') return duration(value * 86_400, language);
  if (unit === 'ms') return t('unit.ms', { number: String(value) });
  // A check of an adopter may count in a unit of its own.
  if (!isCounted(unit)) return `${value} ${unit}`;
  return t(`unit.${counted[unit]}`, { count: value });
}
