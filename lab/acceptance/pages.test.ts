/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { labSuite } from './labSuite';
import { pageTests } from './pages/pageTests';

labSuite(
  'what the pages say of a cluster that breaks',
  1_200_000,
  { name: 'pages', profile: 'ha-3az', layout: 'stacked' },
  pageTests,
);
