/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { startLab } from '../src';

/** Started by a test as a process of its own, to be killed in the middle of its work. */
startLab({
  name: process.argv[2],
  log: line => process.stdout.write(`${line}\n`),
}).then(
  () => process.stdout.write('up\n'),
  error => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
);
