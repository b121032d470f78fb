/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  AbsentReason,
  AbsentSignal,
  Message,
  ObservedSignal,
  UnknownSignal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../contracts';
import { boundedMessage } from '../refusals/boundedMessage';
import type { Refusal } from '../refusals/classify';
import { oneLine } from '../refusals/oneLine';

// Signals come with their keys in order, as they are stored and hashed: the
// kubelets of a cluster hold six hundred, which would be put in order each time.

/** What a signal takes from the collection it is made in. */
export type SignalContext = Pick<SourceContext, 'now' | 'intervalSeconds'>;

/** How a path was read: to be asked after the reading, for another address may have answered. */
export function viaOf({ url, insteadOf }: ApiEndpoint, path: string): string {
  return `GET ${url}${path}${insteadOf ? ` in place of ${insteadOf}` : ''}`;
}

/**
 * A value that was just seen. `via` is a method and an address, without
 * secrets. `intervalSeconds` only where a part is looked at less often than
 * the collection itself: it decides when the part counts as stale.
 */
export function observedSignal<T>(
  context: SignalContext,
  source: string,
  via: string,
  value: T,
  intervalSeconds: number = context.intervalSeconds,
): ObservedSignal<T> {
  return {
    intervalSeconds,
    observedAt: context.now().toISOString(),
    source,
    state: 'observed',
    value,
    via,
  };
}

/** Something that should be here and could not be told. */
export function unknownSignal(
  context: Pick<SourceContext, 'now'>,
  source: string,
  via: string,
  { reason, detail, why, failure }: Refusal,
): UnknownSignal {
  return {
    detail: oneLine(detail),
    ...(failure && { failure }),
    observedAt: context.now().toISOString(),
    reason,
    source,
    state: 'unknown',
    via,
    ...(why && { why: boundedMessage(why) }),
  };
}

/** Something that is not part of this cluster, and what says so. */
export function absentSignal(
  context: Pick<SourceContext, 'now'>,
  source: string,
  via: string,
  {
    reason,
    detail,
    why,
  }: { reason: AbsentReason; detail: string; why?: Message },
): AbsentSignal {
  return {
    detail: oneLine(detail),
    observedAt: context.now().toISOString(),
    reason,
    source,
    state: 'absent',
    via,
    ...(why && { why: boundedMessage(why) }),
  };
}
