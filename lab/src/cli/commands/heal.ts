/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { faultByName } from '../../faults';
import { argumentsFromWords, describe } from '../../faults/engine';
import { chooseLab } from '../chooseLab';
import { type Command, parseOptions, print } from '../command';

export const heal: Command = {
  name: 'heal',
  usage: '[FAULT [VALUE…]] [--name LAB]',
  description: 'undo a fault, or all, and wait until the lab is healthy',

  async run(args) {
    const { values, positionals } = parseOptions(heal, {
      args,
      allowPositionals: true,
      options: { name: { type: 'string' } },
    });
    const [name, ...words] = positionals;
    const given =
      words.length > 0
        ? argumentsFromWords(faultByName(name), words)
        : undefined;
    const lab = chooseLab(values.name, line => print(line));
    const healed = await lab.heal(name, given);
    const left = lab.activeFaults();
    print(
      ...(healed.length === 0
        ? ['No such fault was in force.']
        : healed.map(entry => `Healed ${describe(entry.name, entry.args)}.`)),
      left.length === 0
        ? `Lab ${lab.name} is healthy.`
        : `Still in force: ${left
            .map(entry => describe(entry.name, entry.args))
            .join(', ')}.`,
    );
    return 0;
  },
};
