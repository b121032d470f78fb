/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ensureBinaries, isBuilt } from '../../build/binaries';
import { type Command, parseOptions, print } from '../command';

export const build: Command = {
  name: 'build',
  usage: '',
  description: 'compile Kubernetes, etcd and kwok, if that is not done yet',

  async run(args) {
    parseOptions(build, { args, options: {} });
    if (isBuilt()) {
      print('The lab’s binaries are up to date.');
      return 0;
    }
    await ensureBinaries(line => print(line));
    return 0;
  },
};
