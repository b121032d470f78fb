/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Every file that is loaded with a module, in a process of its own. */
async function loadedWith(file: string): Promise<string[]> {
  const { stdout } = await run(process.execPath, [
    '--require',
    require.resolve('tsx/cjs'),
    '--eval',
    `require(${JSON.stringify(file)});
     console.log(JSON.stringify(Object.keys(require.cache)))`,
  ]);
  return JSON.parse(stdout);
}

describe('what a decoding thread loads', () => {
  it('is readers alone: checks and sentences would be in memory once for each thread', async () => {
    const files = await loadedWith(require.resolve('./pageDecoderWorker'));
    expect(files).toContainEqual(expect.stringMatching(/readPage\.ts$/));
    const common = require.resolve('backstage-plugin-kubernetes-ha-common');
    expect(files).not.toContain(common);
  });
});
