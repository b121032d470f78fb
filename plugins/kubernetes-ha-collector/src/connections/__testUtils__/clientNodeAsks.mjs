/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { createInterface } from 'node:readline';
import { KubeConfig, VersionApi } from '@kubernetes/client-node';

/*
 * Asks for /version as each kubeconfig says that is named on a line of the
 * input, and writes a line when that has ended, well or not. A process of its
 * own: the library is an ES module, and says what it thinks on the console.
 */
console.log = () => {};
console.error = () => {};
for await (const path of createInterface({ input: process.stdin })) {
  let outcome = 'answered';
  try {
    const config = new KubeConfig();
    config.loadFromFile(path);
    await config.makeApiClient(VersionApi).getCode();
  } catch (error) {
    outcome = `refused: ${error?.message?.split('\n')[0] ?? error}`;
  }
  process.stdout.write(`${outcome}\n`);
}
