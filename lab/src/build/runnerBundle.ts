/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { join } from 'node:path';
import { run } from '../host/exec';
import { labFolder } from '../state/paths';

/**
 * Bundles the program that runs inside machines into one file, so that it
 * starts in some 50 ms and a lab keeps running what it was started with while
 * the sources change.
 */
export async function bundleRunner(outfile: string): Promise<void> {
  const options = {
    entryPoints: [join(labFolder, 'src/runner/main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    outfile,
  };
  // In a process of its own: esbuild keeps a service process per caller, which a test runner would wait for.
  await run(
    process.execPath,
    ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`],
    { cwd: labFolder },
  );
}
