/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { defaultRelease, releaseByName, releases } from '../../build/releases';
import { labFolder } from '../../state/paths';
import { type Command, parseOptions } from '../command';

const older = releases.filter(release => release !== defaultRelease);

export const judge: Command = {
  name: 'judge',
  usage: '--release RELEASE [--write]',
  description:
    'judge a lab of an older release at rest and under five faults, and compare with the results on record',
  help: () => [
    `--release     ${older.map(({ name }) => name).join(' or ')}`,
    '--write       replace the results on record (lab/acceptance/releases)',
  ],

  async run(args) {
    const { values } = parseOptions(judge, {
      args,
      options: { release: { type: 'string' }, write: { type: 'boolean' } },
    });
    const { name } = releaseByName(values.release ?? older[0].name);
    const child = spawn(
      process.execPath,
      [
        ...process.execArgv,
        join(labFolder, 'acceptance/releases/judgeRelease.ts'),
        `--release=${name}`,
        ...(values.write ? ['--write'] : []),
      ],
      { stdio: 'inherit' },
    );
    const [code] = await once(child, 'exit');
    return typeof code === 'number' ? code : 1;
  },
};
