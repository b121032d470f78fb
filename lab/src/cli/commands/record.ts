/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { resolve } from 'node:path';
import { faults } from '../../faults';
import { profiles } from '../../profiles';
import { record as recordLab } from '../../record/record';
import { parseScheduledFault } from '../../record/schedule';
import { chooseLab } from '../chooseLab';
import {
  type Command,
  parseOptions,
  print,
  UsageError,
  wholeNumber,
} from '../command';

export const record: Command = {
  name: 'record',
  usage:
    '--output FILE [--duration SECONDS] [--interval SECONDS] [--fault NAME:VALUE@FROM-UNTIL]… [--title TEXT] [--description TEXT] [--name LAB]',
  description: 'record what the portal’s collectors see of the lab',
  help: () => [
    '--duration  length of the recording, default 600',
    '--interval  time between two observations, default 10',
    '--fault     a fault and when it is in force, such as stop-etcd:cp-b@120-240; may be repeated',
    `            faults: ${faults.map(({ name }) => name).join(', ')}`,
    `            profiles: ${profiles.map(({ name }) => name).join(', ')}`,
  ],

  async run(args) {
    const { values } = parseOptions(record, {
      args,
      options: {
        output: { type: 'string' },
        duration: { type: 'string' },
        interval: { type: 'string' },
        fault: { type: 'string', multiple: true },
        title: { type: 'string' },
        description: { type: 'string' },
        name: { type: 'string' },
      },
    });
    if (values.output === undefined) {
      throw new UsageError('--output is missing: the file to write.');
    }
    const durationSeconds = wholeNumber('duration', values.duration ?? '600');
    const intervalSeconds = wholeNumber('interval', values.interval ?? '10');
    const scheduled = (values.fault ?? []).map(text =>
      parseScheduledFault(text, durationSeconds),
    );
    const lab = chooseLab(values.name, line => print(line));
    for (const fault of scheduled) {
      lab.checkFault(fault.name, fault.args);
    }
    print(`app-config of lab ${lab.name}: ${lab.appConfigFile}`);
    await recordLab({
      lab,
      output: resolve(values.output),
      title: values.title,
      description: values.description,
      durationSeconds,
      intervalSeconds,
      faults: scheduled,
      log: line => print(line),
    });
    return 0;
  },
};
