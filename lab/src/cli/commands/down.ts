/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { labNames, removeLab } from '../../cluster/registry';
import { chooseName } from '../chooseLab';
import { type Command, parseOptions, print } from '../command';

export const down: Command = {
  name: 'down',
  usage: '[--name NAME | --all]',
  description:
    'take a lab away with all it made, also one that was interrupted',

  async run(args) {
    const { values } = parseOptions(down, {
      args,
      options: { name: { type: 'string' }, all: { type: 'boolean' } },
    });
    if (labNames().length === 0 && values.name === undefined) {
      print('No lab is running.');
      return 0;
    }
    const names = values.all ? labNames() : [chooseName(values.name)];
    for (const name of names) {
      const started = Date.now();
      await removeLab(name);
      print(
        `Lab ${name} is down (${((Date.now() - started) / 1000).toFixed(
          1,
        )} s).`,
      );
    }
    return 0;
  },
};
