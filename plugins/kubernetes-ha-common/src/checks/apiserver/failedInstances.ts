/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import { FailedRequest, failedProbe } from '../connectionFix';
import { instanceName } from './instances';

/** What was observed at the address of an instance that is not ready. */
export function failedInstance(instance: ApiServerInstance): FailedRequest {
  return {
    ...failedProbe(
      instanceName(instance),
      instance.address,
      instance.readyz,
      instance.certificates,
    ),
    failedChecks: instance.readyzChecks
      .filter(({ ok }) => !ok)
      .map(({ name }) => name),
  };
}

/** What was observed at the instances of these names. */
export function failedByName(
  names: readonly string[],
  { apiServers }: Readonly<Sections>,
): FailedRequest[] {
  if (apiServers.state !== 'observed') return [];
  return apiServers.value
    .filter(instance => names.includes(instanceName(instance)))
    .map(failedInstance);
}
