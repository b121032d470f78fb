/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { allEndpointsCases } from './faultCases';
import { faultTests } from './faultTests';
import { labSuite } from './labSuite';

labSuite(
  'faults on the reference profile, all-endpoints layout',
  900_000,
  { name: 'all-endpoints', profile: 'ha-3az', layout: 'all-endpoints' },
  labOf => faultTests(labOf, allEndpointsCases),
);
