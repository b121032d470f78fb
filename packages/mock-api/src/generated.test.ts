/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const generator = path.join(
  path.dirname(require.resolve('openapi-typescript/package.json')),
  'bin/cli.js',
);

const root = path.resolve(__dirname, '../../..');

it('generated/openapi.ts holds the types of openapi.yaml as it is; after a change of the yaml run yarn workspace kubernetes-ha-mock-api generate', async () => {
  // Ends with another exit code, and so in a rejection that quotes its output, when they differ.
  const check = promisify(execFile)(process.execPath, [
    generator,
    path.join(root, 'plugins/kubernetes-ha-backend/src/http/openapi.yaml'),
    '--immutable',
    '--check',
    '--output',
    path.join(__dirname, 'generated/openapi.ts'),
  ]);
  await expect(check).resolves.toBeDefined();
});
