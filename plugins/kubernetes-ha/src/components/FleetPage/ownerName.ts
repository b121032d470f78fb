/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseEntityRef } from '@backstage/catalog-model';

/** The name in a catalog entity ref, as people say it: `group:default/payments` is `payments`. */
export function ownerName(ref: string): string {
  try {
    return parseEntityRef(ref, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }).name;
  } catch {
    // Whatever an operator wrote is shown as written.
    return ref;
  }
}
