/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Profile } from './profile';

/** The version that API servers and kubelets of a lab report, for example `v1.37.2+k3s1`. */
export function reportedVersion(
  lab: { kubernetesVersion: string },
  profile: Profile,
): string {
  return `${lab.kubernetesVersion}${profile.maker?.versionSuffix ?? ''}`;
}
