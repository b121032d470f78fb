/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bootstrap, fail, root, run } from './bootstrap/index.mjs';

// `npm run bench -- inventory [--pods …] [--nodes …] [--runs …]`, `npm run bench -- checks`
try {
  const { node } = await bootstrap();
  await run(
    node,
    [
      '--import',
      'tsx',
      'plugins/kubernetes-ha-backend/bench/main.ts',
      ...process.argv.slice(2),
    ],
    { cwd: root },
  ).catch(() => process.exit(1));
} catch (error) {
  fail(error);
}
