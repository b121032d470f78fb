/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { relative } from 'node:path';
import {
  defaultRelease,
  releaseByName,
  releaseHelp,
} from '../../build/releases';
import { labNames } from '../../cluster/registry';
import { openLab, startLab, type Lab } from '../../lab';
import { layouts, type Layout } from '../../profiles/profile';
import { profileByName, profiles } from '../../profiles';
import {
  byteSize,
  type Command,
  parseOptions,
  print,
  UsageError,
  wholeNumber,
} from '../command';

export const up: Command = {
  name: 'up',
  usage:
    '[--profile NAME] [--release RELEASE] [--layout LAYOUT] [--nodes N] [--name NAME] [--etcd-quota BYTES]',
  description: 'start a lab and wait until it is healthy',
  help: () => [
    releaseHelp(),
    `--layout      ${layouts.join(' or ')}; default: the profile's own`,
    '--nodes       number of worker nodes, default 6',
    '--name        name of the lab, default: the name of the profile',
    '--etcd-quota  etcd quota such as 64Mi; default: etcd’s own, 2 GiB',
    '--profile     default ha-3az; one of',
    ...profiles.map(
      ({ name, description }) => `  ${name.padEnd(21)} ${description}`,
    ),
  ],

  async run(args) {
    const { values } = parseOptions(up, {
      args,
      options: {
        profile: { type: 'string' },
        layout: { type: 'string' },
        release: { type: 'string' },
        nodes: { type: 'string' },
        name: { type: 'string' },
        'etcd-quota': { type: 'string' },
      },
    });
    const profile = profileByName(values.profile ?? 'ha-3az');
    const release = releaseByName(values.release ?? defaultRelease.name);
    const layout = layoutOf(values.layout) ?? profile.defaultLayout;
    const name = values.name ?? profile.name;

    const nodes = wholeNumber('nodes', values.nodes ?? '6');
    const etcdQuotaBytes =
      values['etcd-quota'] === undefined
        ? undefined
        : byteSize('etcd-quota', values['etcd-quota']);

    const running = runningLab(name);
    if (running) {
      const { description } = running;
      if (
        (values.profile !== undefined &&
          description.profile !== profile.name) ||
        (values.layout !== undefined && description.layout !== layout)
      ) {
        throw new UsageError(
          `Lab ${name} runs already, with profile ${description.profile} and layout ${description.layout}. Take it down first (npm run lab -- down --name ${name}) or give this one another --name.`,
        );
      }
      print(`Lab ${name} runs already, since ${description.createdAt}.`, '');
      print(...summary(running));
      return 0;
    }
    process.once('SIGINT', () => {
      print(
        '',
        `Interrupted. What was started is on record; clear it away: npm run lab -- down --name ${name}`,
      );
      process.exit(130);
    });
    const lab = await startLab({
      profile: profile.name,
      layout,
      release: release.name,
      name,
      nodes,
      etcdQuotaBytes,
      ephemeral: false,
      log: line => print(line),
    });
    print('', ...summary(lab));
    return 0;
  },
};

function layoutOf(value: string | undefined): Layout | undefined {
  if (value === undefined) {
    return undefined;
  }
  const found = layouts.find(layout => layout === value);
  if (!found) {
    throw new UsageError(
      `Unknown layout "${value}". Allowed: ${layouts.join(', ')}.`,
    );
  }
  return found;
}

/** The lab of that name, if it is up: all its machines have power, or some and a fault explains the others. */
function runningLab(name: string): Lab | undefined {
  if (!labNames().includes(name)) {
    return undefined;
  }
  try {
    const lab = openLab(name);
    const { phase, machines } = lab.description;
    const alive = machines.filter(machine =>
      lab.machine(machine.name).isRunning(),
    ).length;
    const explained =
      alive === machines.length || lab.activeFaults().length > 0;
    // After a reboot of the host no machine runs, whatever fault is on record.
    return phase === 'ready' && alive > 0 && explained ? lab : undefined;
  } catch {
    // Half-made, without a description: "up" clears it away and starts anew.
    return undefined;
  }
}

function summary(lab: Lab): string[] {
  const here = (path: string) => relative(process.cwd(), path);
  const { description } = lab;
  return [
    `Lab ${lab.name}: ${lab.profile.title}, layout ${description.layout}, ${
      lab.machines('control-plane').length
    } control-plane machines, ${description.workers.length} workers`,
    `  API         ${lab.endpoint}`,
    `  kubeconfig  ${here(lab.kubeconfig.admin)}`,
    `  reader      ${here(lab.kubeconfig.reader)}`,
    `  app-config  ${here(lab.appConfigFile)}`,
    ...lab.loadBalancers.map(
      ({ name, statsUrl }) => `  ${name.padEnd(10)}  ${statsUrl}`,
    ),
    '',
    'Next: npm start -- --lab           the portal on this lab',
    '      npm run lab -- kubectl get nodes',
    '      npm run lab -- fault --list',
    '      npm run lab -- down',
  ];
}
