/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parentPort } from 'node:worker_threads';
import type { ThreadOrder, ThreadReport } from '../messages';

// A collecting thread that ends when it is told anything but to stop.

const report = (message: ThreadReport) => parentPort?.postMessage(message);
parentPort?.on('message', (order: ThreadOrder) => {
  if (order === 'stop') process.exit(0);
  throw new Error('out of luck');
});
report('ready');
report({ log: { level: 'info', message: 'begun' } });
