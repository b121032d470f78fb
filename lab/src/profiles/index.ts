/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { awsNames } from './awsNames';
import { evenEtcd } from './evenEtcd';
import { foreign } from './foreign';
import { ha3az } from './ha3az';
import { k3sLike } from './k3sLike';
import { l4Lb } from './l4Lb';
import { managedView } from './managedView';
import { openshiftLike } from './openshiftLike';
import type { Profile } from './profile';
import { singleControlPlane } from './singleControlPlane';
import { twoZones } from './twoZones';

/** All profiles, in the order in which they are listed. */
export const profiles: readonly Profile[] = [
  ha3az,
  twoZones,
  singleControlPlane,
  evenEtcd,
  l4Lb,
  managedView,
  foreign,
  k3sLike,
  openshiftLike,
  awsNames,
];

/** The profile of that name; an unknown name is an error that lists the known ones. */
export function profileByName(name: string): Profile {
  const found = profiles.find(profile => profile.name === name);
  if (!found) {
    throw new Error(
      `Unknown profile "${name}". Allowed: ${profiles
        .map(profile => profile.name)
        .join(', ')}.`,
    );
  }
  return found;
}
