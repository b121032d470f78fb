/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { forEachLab } from '../../cluster/registry';
import { openLab, type Lab } from '../../lab';
import { describe } from '../../faults/engine';
import { machinesOfRole, readDescription } from '../../state/description';
import { dataFolder, defaultDataFolder } from '../../state/paths';
import { chooseName } from '../chooseLab';
import { type Command, parseOptions, print } from '../command';

const programs: Readonly<Record<string, readonly string[]>> = {
  'control-plane': [
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
  ],
  'load-balancer': ['haproxy', 'keepalived'],
  workers: ['kwok'],
};

export const status: Command = {
  name: 'status',
  usage: '[--name NAME]',
  description: 'show machines, their processes, faults in force and health',

  async run(args) {
    const { values } = parseOptions(status, {
      args,
      options: { name: { type: 'string' } },
    });
    if (values.name !== undefined) {
      await showByName(chooseName(values.name));
      return 0;
    }
    if ((await forEachLab(showByName)) === 0) {
      print('No lab is running. Start one: npm run lab -- up');
    }
    return 0;
  },
};

async function showByName(name: string): Promise<void> {
  const folder = dataFolder();
  if (readDescription(name)) {
    await show(openLab(name)).catch((error: Error) => {
      // Another process may start it or take it away at this very moment.
      print(
        `Lab ${name} could not be read: ${error.message} If it is not just being started or taken down, clear it away: npm run lab -- down --name ${name}`,
      );
    });
  } else {
    print(
      `Lab ${name} was interrupted before it was planned. Clear it away: npm run lab -- down --name ${name}`,
    );
  }
  if (folder !== defaultDataFolder) {
    print(
      `  data in ${folder}; for commands: KUBERNETES_HA_LAB_DATA=${folder}`,
    );
  }
}

async function show(lab: Lab): Promise<void> {
  const { description } = lab;
  print(
    `Lab ${lab.name} (${description.profile}, ${description.layout}, ${description.phase} since ${description.createdAt})`,
    `  endpoint ${lab.endpoint}`,
  );
  for (const machine of description.machines) {
    const handle = lab.machine(machine.name);
    const running = handle.processes();
    const parts = programs[machine.role].map(program => {
      const found = running.find(
        ({ argv }) => argv[0]?.split('/').pop() === program,
      );
      return found ? program : `NO ${program}`;
    });
    const inside = handle.isFrozen() ? 'frozen' : parts.join(', ');
    const power = handle.isRunning() ? inside : 'no power';
    print(
      `  ${machine.name.padEnd(16)} ${machine.zone.padEnd(
        8,
      )} ${machine.address.padEnd(15)} ${power}`,
    );
  }
  print(
    `  ${description.workers.length} workers in ${
      machinesOfRole(description, 'workers').length
    } zones`,
  );
  const faults = lab.activeFaults();
  print(
    ...(faults.length === 0
      ? ['  no fault in force']
      : faults.map(
          fault =>
            `  FAULT ${describe(fault.name, fault.args)} since ${fault.since}`,
        )),
  );
  const unhealthy = await lab.unhealthy();
  print(
    ...(unhealthy.length === 0
      ? ['  healthy']
      : unhealthy.map(problem => `  UNHEALTHY ${problem}`)),
  );
}
