/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { describe } from '../../faults/engine';
import { argumentsFromWords } from '../../faults/engine';
import { faultByName, faults } from '../../faults';
import { chooseLab } from '../chooseLab';
import { type Command, parseOptions, print, UsageError } from '../command';

export const fault: Command = {
  name: 'fault',
  usage: '--list | NAME [VALUE…] [--name LAB]',
  description: 'inject a fault; "heal" undoes it',
  help: () => list(),

  async run(args) {
    const { values, positionals } = parseOptions(fault, {
      args,
      allowPositionals: true,
      options: { list: { type: 'boolean' }, name: { type: 'string' } },
    });
    if (values.list) {
      print(...list());
      return 0;
    }
    const [name, ...words] = positionals;
    if (name === undefined) {
      throw new UsageError(
        `Which fault? Allowed:\n${list()
          .map(line => `  ${line}`)
          .join('\n')}`,
      );
    }
    const known = faultByName(name);
    const lab = chooseLab(values.name, line => print(line));
    const entry = await lab.fault(name, argumentsFromWords(known, words));
    print(
      `Fault ${describe(entry.name, entry.args)} is in force since ${
        entry.since
      }. Undo it: npm run lab -- heal ${name}`,
    );
    return 0;
  },
};

function list(): string[] {
  return faults.flatMap(({ name, description, parameters }) => [
    `${name} ${parameters
      .map(parameter =>
        parameter.defaultValue ? `[${parameter.name}]` : parameter.name,
      )
      .join(' ')}`.trim(),
    `    ${description}`,
  ]);
}
