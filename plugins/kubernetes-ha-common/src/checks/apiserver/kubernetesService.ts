/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';

/** Ready addresses of the Service `default/kubernetes`; none while the EndpointSlices are not known. */
export function kubernetesServiceAddresses({
  endpointSlices,
}: Readonly<Pick<Sections, 'endpointSlices'>>): ReadonlySet<string> {
  if (endpointSlices.state !== 'observed') return new Set();
  return new Set(
    endpointSlices.value
      .filter(
        ({ namespace, service }) =>
          namespace === 'default' && service === 'kubernetes',
      )
      .flatMap(({ endpoints }) => endpoints)
      .filter(({ ready }) => ready)
      .flatMap(({ addresses }) => addresses),
  );
}
