/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ensureBinaries, isBuilt } from '../../build/binaries';
import {
  defaultRelease,
  releaseByName,
  releaseHelp,
} from '../../build/releases';
import { type Command, parseOptions, print } from '../command';

export const build: Command = {
  name: 'build',
  usage: '[--release RELEASE]',
  description: 'compile Kubernetes, etcd and kwok, if that is not done yet',
  help: () => [releaseHelp()],

  async run(args) {
    const { values } = parseOptions(build, {
      args,
      options: { release: { type: 'string' } },
    });
    const release = releaseByName(values.release ?? defaultRelease.name);
    if (isBuilt() && isBuilt(release)) {
      print('The lab’s binaries are up to date.');
      return 0;
    }
    await ensureBinaries(line => print(line), release);
    return 0;
  },
};
