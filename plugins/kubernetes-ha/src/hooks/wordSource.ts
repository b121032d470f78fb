/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sourceIds } from 'backstage-plugin-kubernetes-ha-common';
import { isReason } from '../components/reasons';
import type { Wording } from './useWording';

/** What a reader calls a source of signals; a source of an adopter has its id for a name. @internal */
export function sourceName(source: string, t: Wording['t']): string {
  const id = sourceIds.find(known => known === source);
  return id ? t(`source.${id}`) : source;
}

/** A source and why it cannot be read: `load balancer: not configured`. @internal */
export function wordSource(
  { name, reason }: { name: string; reason: string },
  t: Wording['t'],
): string {
  return t('cause.source', {
    source: sourceName(name, t),
    reason: isReason(reason) ? t(`reason.${reason}`) : reason,
  });
}
