/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import { configuredPath } from './configuredPath';

it.each([
  ['/etc/kubernetes-ha/one/ca.crt', '/etc/kubernetes-ha/one/ca.crt'],
  ['certs/ca.crt', join(process.cwd(), 'certs/ca.crt')],
  ['./certs/ca.crt', join(process.cwd(), 'certs/ca.crt')],
  ['../ca.crt', join(process.cwd(), '../ca.crt')],
])('%s is %s', (written, path) => {
  expect(configuredPath(written)).toBe(path);
});
