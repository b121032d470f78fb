/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Cause } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import { causeTitle } from './causeTitle';

/** A cause that stands with its checks, in a few words. */
export function titleOfCause(
  { machines, source, checkIds }: Cause,
  t: Wording['t'],
): string {
  return causeTitle(
    {
      ...(machines && {
        machines: { count: machines.length, names: machines },
      }),
      ...(source && { source }),
    },
    t,
    checkIds,
  );
}
