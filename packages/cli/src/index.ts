/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * How highly available a Kubernetes cluster is, on the command line.
 *
 * @packageDocumentation
 */
import { lazyCommands } from './commands';
import { runCli } from './runCli';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads us has seen enough, as `head` does; what we end with stays what it is.
    if (error.code !== 'EPIPE') throw error;
  });
}

runCli(process.argv.slice(2), lazyCommands).then(code => {
  // Not process.exit: what was written to a pipe is written whole.
  process.exitCode = code;
});
