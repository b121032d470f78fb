/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  sectionNames,
  SomeSections,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';

/** Reasons that pass by themselves; a right that is missing or a list that is too large stays so. */
const passing: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'timeout',
  'refused',
  'unreachable',
  'tls',
  'throttled',
  'server-error',
]);

/** Whether a read failed in a way that the next collection may not meet again. */
export function hasFailed(sections: SomeSections): boolean {
  return sectionNames.some(name => {
    const signal = sections[name];
    return signal?.state === 'unknown' && passing.has(signal.reason);
  });
}
