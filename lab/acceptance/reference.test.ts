/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { suite } from 'node:test';
import { labSuite } from './labSuite';
import { portalTests } from './portalTests';
import { referenceTests } from './referenceTests';
import { scanTests } from './scanTests';

labSuite(
  'the reference profile',
  1_800_000,
  { name: 'reference', profile: 'ha-3az' },
  labOf => {
    suite('observed whole and in part', () => referenceTests(labOf));
    suite('shown by the real portal', () => portalTests(labOf));
    suite('scanned from the command line', () => scanTests(labOf));
  },
);
