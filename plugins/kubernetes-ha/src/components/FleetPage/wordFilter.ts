/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  clusterVerdicts,
  layers,
  NO_OWNER,
  platforms,
  tiers,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import type { FilterName } from './fleetQuery';
import { ownerName } from './ownerName';

/** A value of a filter, or the name of a group, as people read it. */
export function wordFilter(
  name: FilterName,
  value: string,
  t: Wording['t'],
): string {
  switch (name) {
    case 'verdict':
      return wordOf(clusterVerdicts, value, found => t(`verdict.${found}`));
    case 'tier':
      return wordOf(tiers, value, found => t(`tier.${found}`));
    case 'layer':
      return wordOf(layers, value, found => t(`layer.${found}`));
    case 'platform':
      return wordOf(platforms, value, found => t(`platform.${found}`));
    case 'grade':
      return value === 'none' ? t('fleet.filterNoGrade') : value;
    case 'owner':
      if (value === NO_OWNER) return t('fleet.noOwner');
      // The short name only where it names one owner alone.
      return value.startsWith('group:default/') ? ownerName(value) : value;
    default:
      return unreachable(name);
  }
}

function wordOf<T extends string>(
  known: readonly T[],
  value: string,
  say: (value: T) => string,
): string {
  const found = known.find(item => item === value);
  return found ? say(found) : value;
}

function unreachable(value: never): never {
  throw new Error(`Unexpected filter ${String(value)}`);
}
