/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { allEndpointsCases, stackedCases } from './faultCases';
import { faultSuite } from './faultTests';

faultSuite(
  'faults on the reference profile, stacked layout',
  {
    name: 'acceptance',
    profile: 'ha-3az',
    layout: 'stacked',
    // A small quota, so that filling etcd takes seconds.
    etcdQuotaBytes: 64 * 1024 * 1024,
  },
  stackedCases,
);

faultSuite(
  'faults on the reference profile, all-endpoints layout',
  { name: 'acceptance', profile: 'ha-3az', layout: 'all-endpoints' },
  allEndpointsCases,
);
