/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiServiceInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { APIService } from '../generated/apiregistrationV1';
import { projectCondition } from './conditions';

export function projectApiService({
  metadata,
  spec,
  status,
}: APIService): ApiServiceInfo {
  const available = status?.conditions?.find(
    condition => condition.type === 'Available',
  );
  return {
    name: metadata?.name ?? '',
    group: spec?.group ?? '',
    version: spec?.version ?? '',
    service: spec?.service && {
      namespace: spec.service.namespace ?? '',
      name: spec.service.name ?? '',
    },
    available: available && projectCondition(available),
  };
}
