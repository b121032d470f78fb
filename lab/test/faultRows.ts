/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { FaultArguments, Lab } from '../src';
import { readServerStats } from '../src/loadbalancer/stats';
import {
  areStopped,
  certificateHours,
  hashesAgree,
  isOnDisk,
  isReady,
  isThrottled,
  processesOf,
  readerGets,
  writeLimits,
} from './effects';

/** A fault and how it shows in the cluster. */
export interface FaultRow {
  fault: string;
  args?: FaultArguments;
  /** Looked at before the fault. */
  before?: (lab: Lab) => string;
  /** Whether the effect is there. */
  shows: (lab: Lab, before: string) => boolean | Promise<boolean>;
  /** The effect is history after healing, and shows for ever. */
  lasts?: boolean;
  /** Why this machine cannot do it; it must then be refused in these words. */
  refused?: (lab: Lab) => RegExp | undefined;
}

const budgets = '/apis/policy/v1/poddisruptionbudgets';
const controlPlane = ['cp-a', 'cp-b', 'cp-c'];

function stopped(
  fault: string,
  machine: string,
  program: string,
  args: FaultArguments,
): FaultRow {
  return {
    fault,
    args,
    shows: lab => processesOf(lab, machine, program) === '',
  };
}

function frozen(
  fault: string,
  machines: string[],
  program: string,
  args?: FaultArguments,
): FaultRow {
  return { fault, args, shows: lab => areStopped(lab, machines, program) };
}

function powerless(
  fault: string,
  machines: string[],
  args?: FaultArguments,
  also: FaultRow['shows'] = () => true,
): FaultRow {
  return {
    fault,
    args,
    shows: async (lab, before) =>
      machines.every(name => !lab.machine(name).isRunning()) &&
      (await also(lab, before)),
  };
}

/** Faults that are in force at the same time; each group is healed as one, the last fault first. */
export const faultGroups: Readonly<Record<string, readonly FaultRow[]>> = {
  'of objects and certificates': [
    {
      fault: 'blocking-pdb',
      shows: async lab => {
        const { stdout } = await lab.kubectl([
          ...['get', 'pdb', '--all-namespaces'],
          '--output=jsonpath={.items[*].status.disruptionsAllowed}',
        ]);
        return stdout === '0';
      },
    },
    {
      fault: 'fail-closed-webhook',
      shows: async lab => {
        const { code, stderr } = await lab.kubectl([
          ...['run', 'refused', '--image=none', '--dry-run=server'],
        ]);
        return code !== 0 && stderr.includes('failed calling webhook');
      },
    },
    {
      fault: 'reader-without',
      args: { resource: 'poddisruptionbudgets' },
      shows: async lab => (await readerGets(lab, budgets)) === 403,
    },
    {
      fault: 'l4-health-checks',
      shows: async lab => {
        const servers = await readServerStats(lab.loadBalancers[1].address);
        return servers.every(({ checkStatus }) => checkStatus === 'L4OK');
      },
    },
    {
      fault: 'certificate-near-end',
      args: { machine: 'cp-b' },
      shows: async lab => (await certificateHours(lab, 'cp-b')) < 49,
    },
    {
      fault: 'kill-component',
      args: { component: 'kube-scheduler', machine: 'cp-a' },
      before: lab => processesOf(lab, 'cp-a', 'kube-scheduler'),
      shows: (lab, before) => {
        const now = processesOf(lab, 'cp-a', 'kube-scheduler');
        return now !== '' && now !== before;
      },
      lasts: true,
    },
  ],
  'of components': [
    stopped('stop-component', 'cp-b', 'kube-controller-manager', {
      component: 'kube-controller-manager',
      machine: 'cp-b',
    }),
    stopped('broken-manifest', 'cp-b', 'kube-scheduler', { machine: 'cp-b' }),
    frozen('freeze-component', ['cp-c'], 'kube-scheduler', {
      component: 'kube-scheduler',
      machine: 'cp-c',
    }),
    {
      fault: 'stop-apiserver',
      args: { machine: 'cp-c' },
      shows: async lab => !(await isReady(lab, 'cp-c')),
    },
    stopped('stop-heartbeats', 'workers-zone-b', 'kwok', { zone: 'zone-b' }),
    stopped('stop-haproxy', 'lb-b', 'haproxy', { machine: 'lb-b' }),
  ],
  'of speed': [
    {
      fault: 'slow-cpu',
      args: { machine: 'cp-b', percent: '5' },
      shows: lab => isThrottled(lab, 'cp-b'),
    },
    {
      fault: 'slow-disk',
      args: { machine: 'cp-c' },
      shows: lab => writeLimits(lab, 'cp-c').includes('20480'),
      refused: lab =>
        isOnDisk(lab, 'cp-c') ? undefined : /data folder is on no disk/,
    },
  ],
  'of all leaders': [
    frozen(
      'freeze-controller-managers',
      controlPlane,
      'kube-controller-manager',
    ),
    frozen('freeze-schedulers', controlPlane, 'kube-scheduler'),
  ],
  'of one etcd member': [stopped('stop-etcd', 'cp-b', 'etcd', {})],
  'of etcd’s space': [
    {
      fault: 'fill-etcd',
      shows: async lab => {
        const { stderr } = await lab.kubectl([
          ...['create', 'configmap', 'refused'],
        ]);
        return stderr.includes('database space exceeded');
      },
    },
  ],
  'of etcd’s data': [
    {
      fault: 'corrupt-member',
      args: { machine: 'cp-c' },
      shows: async lab => !(await hashesAgree(lab)),
    },
  ],
  'of single machines': [
    {
      fault: 'freeze-machine',
      args: { machine: 'workers-zone-a' },
      shows: lab => lab.machine('workers-zone-a').isFrozen(),
    },
    // A frozen machine can lose its power, too.
    powerless('lose-machine', ['workers-zone-a'], {
      machine: 'workers-zone-a',
    }),
    powerless('lose-load-balancer', ['lb-a'], { machine: 'lb-a' }, lab =>
      isReady(lab),
    ),
    {
      fault: 'partition-machine',
      args: { machine: 'cp-c' },
      shows: async lab => !(await isReady(lab, 'cp-c')),
    },
  ],
  'of a zone': [
    powerless('lose-zone', ['cp-b', 'lb-b', 'workers-zone-b'], {
      zone: 'zone-b',
    }),
  ],
  'of the endpoint': [
    powerless(
      'lose-all-load-balancers',
      ['lb-a', 'lb-b'],
      {},
      async lab => !(await isReady(lab)) && (await isReady(lab, 'cp-a')),
    ),
  ],
};
