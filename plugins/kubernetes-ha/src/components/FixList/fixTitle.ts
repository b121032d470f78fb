/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { FleetFix } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import { wordNames } from '../../hooks/wordNames';
import { sourceName, wordSource } from '../../hooks/wordSource';

/** What is to be changed, in a few words. */
export function fixTitle(
  fix: Pick<FleetFix, 'source' | 'machineCount'> & {
    machines?: readonly string[];
  },
  /** Of its most urgent check. */
  checkTitle: string,
  t: Wording['t'],
): string {
  const { source, machines } = fix;
  if (source) {
    return source.reason === 'not-configured'
      ? t('fix.connect', { source: sourceName(source.name, t) })
      : wordSource(source, t);
  }
  if (!machines) return checkTitle;
  const { machineCount = machines.length } = fix;
  return t('fix.machines', { names: wordNames(machines, machineCount, t) });
}
