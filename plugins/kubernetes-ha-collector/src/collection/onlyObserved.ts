/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SomeSections } from 'backstage-plugin-kubernetes-ha-common';

/** The sections that are observed. */
export function onlyObserved(sections: SomeSections): SomeSections {
  return Object.fromEntries(
    Object.entries(sections).filter(([, { state }]) => state === 'observed'),
  );
}
