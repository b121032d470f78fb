/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  KubernetesEncoder,
  KubernetesJson,
} from '../../inventory/__testUtils__/kubernetesEncoder';

let encoder: KubernetesEncoder | undefined;

/** A page of Leases as an API server writes it in protobuf, from its JSON form. */
export function leaseAnswer(page: KubernetesJson): Buffer {
  encoder ??= new KubernetesEncoder(__dirname);
  return encoder.encode('lease.LeaseList', 'coordination.k8s.io/v1', page);
}
