/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  freshOrUnknown,
  SignalOutline,
} from 'backstage-plugin-kubernetes-ha-common';

/** Whether a signal was observed too long before `takenAt` to be trusted: the rule of the checks. */
export function isStale(signal: SignalOutline, takenAt: string): boolean {
  return (
    signal.state === 'observed' &&
    freshOrUnknown({ ...signal, value: undefined }, Date.parse(takenAt))
      .state === 'unknown'
  );
}
