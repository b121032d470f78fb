/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { stackedCases } from './faultCases';
import { faultTests } from './faultTests';
import { labSuite } from './labSuite';

labSuite(
  'faults on the reference profile, stacked layout',
  3_600_000,
  {
    name: 'faults',
    profile: 'ha-3az',
    layout: 'stacked',
    // A small quota, so that filling etcd takes seconds.
    etcdQuotaBytes: 64 * 1024 * 1024,
  },
  labOf => faultTests(labOf, stackedCases),
);
