/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bootstrap, fail, handOver, root } from './bootstrap/index.mjs';

// `npm run bench -- inventory [--pods …] [--nodes …] [--runs …]`, `npm run bench -- checks`, `npm run bench -- fleet`, `npm run bench -- hostile`
try {
  const { node } = await bootstrap();
  process.exitCode = await handOver(
    node,
    [
      '--import',
      'tsx',
      'plugins/kubernetes-ha-backend/bench/main.ts',
      ...process.argv.slice(2),
    ],
    { cwd: root },
  );
} catch (error) {
  fail(error);
}
