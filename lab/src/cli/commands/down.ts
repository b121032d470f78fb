/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  forEachLab,
  labNames,
  removeLab,
  removeOrphans,
} from '../../cluster/registry';
import { chooseName } from '../chooseLab';
import { type Command, parseOptions, print } from '../command';

export const down: Command = {
  name: 'down',
  usage: '[--name NAME | --all | --left-over]',
  description:
    'take a lab away with all it made, also one that was interrupted; --all: in every data folder; --left-over: those whose test or start was killed',

  async run(args) {
    const { values } = parseOptions(down, {
      args,
      options: {
        name: { type: 'string' },
        all: { type: 'boolean' },
        'left-over': { type: 'boolean' },
      },
    });
    if (values['left-over']) {
      await removeOrphans(print);
      return 0;
    }
    if (values.all || (values.name === undefined && labNames().length === 0)) {
      // Labs in other data folders are taken away by --all only.
      const count = values.all ? await forEachLab(takeDown) : 0;
      if (count === 0) {
        print('No lab is running.');
      }
      return 0;
    }
    await takeDown(chooseName(values.name));
    return 0;
  },
};

async function takeDown(name: string): Promise<void> {
  const started = Date.now();
  await removeLab(name);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  print(`Lab ${name} is down (${seconds} s).`);
}
