/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/**
 * Self-managed on AWS: machines call themselves by a short host name, their
 * Nodes carry the private DNS name, so that leases and Nodes name one machine
 * in two ways.
 * Source: https://cloud-provider-aws.sigs.k8s.io/prerequisites/ (node names)
 */
export const awsNames: Profile = {
  ...ha3az,
  name: 'aws-names',
  title: 'Lab (host names as on AWS)',
  description:
    'host names such as ip-10-0-1-11, Nodes named by their private DNS name',
  controlPlane: {
    ...ha3az.controlPlane,
    machines: [
      { name: 'ip-10-0-1-11', zone: 'zone-a' },
      { name: 'ip-10-0-2-11', zone: 'zone-b' },
      { name: 'ip-10-0-3-11', zone: 'zone-c' },
    ],
  },
  maker: {
    nodeDomain: '.eu-west-1.compute.internal',
    providerId: ({ name, zone }) => `aws:///${zone}/i-${name}`,
  },
};
