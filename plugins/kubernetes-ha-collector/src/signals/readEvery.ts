/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ObservedSignal,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../contracts';

/** A collection is never exactly on time: one that comes a little early reads too. */
const SLACK_SECONDS = 5;

/** The last reading of a part that is read less often than the collection itself, while it need not be read again. */
export function stillYoung<T>(
  previous: Signal<T> | undefined,
  seconds: number,
  context: Pick<SourceContext, 'now'>,
): ObservedSignal<T> | undefined {
  if (previous?.state !== 'observed') return undefined;
  const ageMs = context.now().getTime() - Date.parse(previous.observedAt);
  return ageMs >= 0 && ageMs < (seconds - SLACK_SECONDS) * 1000
    ? previous
    : undefined;
}
