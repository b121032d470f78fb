/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { FaultArguments } from '../src';
import type { Wanted } from './expectation';

/** A fault of the lab and what the product must say about it. */
export interface FaultCase {
  /** What is broken, as the test's title. */
  title: string;
  fault: string;
  args?: FaultArguments;
  /** What must be said within two intervals of the fault taking effect. */
  wanted: Wanted;
  /**
   * Critical checks that fail as a true consequence, each with the reason.
   * Any other critical failure is an error of ours.
   */
  consequences?: Readonly<Record<string, string>>;
  /**
   * Critical checks that cannot be told meanwhile, each with what of the fault
   * hides it. Any other critical unknown is an error of ours.
   */
  unknowns?: Readonly<Record<string, string>>;
  /**
   * Seconds after which the cluster itself can show the effect (the lease has
   * to run out first, say); two intervals are counted from there.
   */
  takesEffectAfterSeconds?: number;
  /**
   * Checks whose common cause is gone once the fault is healed: what the fix
   * list says of the score then is held against what it really is.
   */
  fixedBy?: readonly string[];
}

const blindApiServer = {
  'apiserver-etcd-path':
    'stacked: the API server of that machine asks the member on 127.0.0.1, and no other',
};

/** Faults on the reference profile, stacked layout. */
export const stackedCases: readonly FaultCase[] = [
  {
    title: 'one etcd member stopped and kept down',
    fault: 'stop-etcd',
    args: { machine: 'cp-b' },
    fixedBy: ['etcd-quorum-fault-tolerance', 'etcd-member-health'],
    wanted: {
      'etcd-quorum-fault-tolerance': ['fail'],
      'etcd-member-health': ['warn', 'fail'],
    },
    consequences: blindApiServer,
  },
  {
    title: 'one API server stopped',
    fault: 'stop-apiserver',
    args: { machine: 'cp-b' },
    fixedBy: [
      'apiserver-replica-count',
      'apiserver-readyz-each',
      'lb-backends-up',
    ],
    wanted: {
      'apiserver-replica-count': ['warn', 'fail'],
      'apiserver-readyz-each': ['warn', 'fail'],
      'lb-backends-up': ['warn', 'fail'],
    },
  },
  {
    title: 'all controller-managers frozen',
    fault: 'freeze-controller-managers',
    wanted: { 'kcm-lease-fresh': ['fail'] },
    // leaseDurationSeconds 15: until then another candidate could not lead either.
    takesEffectAfterSeconds: 15,
  },
  {
    title: 'all schedulers frozen',
    fault: 'freeze-schedulers',
    wanted: { 'scheduler-lease-fresh': ['fail'] },
    takesEffectAfterSeconds: 15,
  },
  {
    title: 'the heartbeats of a zone stopped',
    fault: 'stop-heartbeats',
    args: { zone: 'zone-b' },
    wanted: {
      'node-ready-ratio': ['fail'],
      'node-lease-fresh': ['fail'],
    },
    // node-monitor-grace-period 50 s since 1.32, and up to 5 s until the controller looks.
    takesEffectAfterSeconds: 60,
  },
  {
    title: 'etcd out of space',
    fault: 'fill-etcd',
    wanted: { 'etcd-alarms': ['fail'] },
    consequences: {
      'etcd-db-quota': 'the database is at its quota: that is the fault',
      'kcm-lease-fresh': 'no lease can be renewed while etcd refuses writes',
      'scheduler-lease-fresh':
        'no lease can be renewed while etcd refuses writes',
      'node-ready-ratio':
        'no heartbeat can be written while etcd refuses writes',
    },
  },
  {
    title: 'a serving certificate near its end',
    fault: 'certificate-near-end',
    args: { machine: 'cp-b' },
    // A certificate is looked at once a minute.
    takesEffectAfterSeconds: 60,
    wanted: { 'apiserver-cert-expiry': ['warn', 'fail'] },
  },
  {
    title: 'one load balancer stopped, the virtual IP answers',
    fault: 'lose-load-balancer',
    args: { machine: 'lb-a' },
    fixedBy: ['lb-redundancy'],
    wanted: {
      'lb-redundancy': ['fail'],
      'lb-vip-reachable': ['pass'],
    },
  },
  {
    title: 'both load balancers stopped, every instance answers',
    fault: 'lose-all-load-balancers',
    // Nobody refuses: each of three probes of the endpoint waits for its deadline.
    takesEffectAfterSeconds: 15,
    wanted: {
      'lb-vip-reachable': ['fail'],
      'apiserver-readyz-each': ['pass'],
      'apiserver-replica-count': ['pass'],
    },
    consequences: {
      'lb-redundancy': 'no load balancer is left',
      'lb-backends-up': 'no load balancer is left that has a pool',
    },
    unknowns: {
      'lb-backends-up': 'no load balancer is left to ask for its pool',
    },
  },
  {
    title: 'health checks that only open the port',
    fault: 'l4-health-checks',
    wanted: { 'lb-l7-healthcheck': ['fail'] },
  },
  {
    title: 'a machine cut off from everybody',
    fault: 'partition-machine',
    args: { machine: 'cp-c' },
    wanted: {
      'etcd-quorum-fault-tolerance': ['fail'],
      'apiserver-readyz-each': ['warn', 'fail'],
    },
    consequences: blindApiServer,
    // Silence alone tells nothing of an API server; its identity Lease, renewed every 10 s, must be 30 s old too.
    takesEffectAfterSeconds: 30,
  },
  {
    title: 'a fail-closed webhook without endpoints',
    fault: 'fail-closed-webhook',
    wanted: {
      'webhook-failclosed-spof': ['fail'],
      'webhook-callable': ['fail'],
    },
  },
  {
    title: 'a PodDisruptionBudget that allows no disruption',
    fault: 'blocking-pdb',
    wanted: { 'pdb-blocks-eviction': ['warn'] },
  },
];

/** The fault that looks different when API servers know all etcd members. */
export const allEndpointsCases: readonly FaultCase[] = [
  {
    title:
      'one etcd member stopped and kept down, while every /readyz stays 200',
    fault: 'stop-etcd',
    args: { machine: 'cp-b' },
    wanted: {
      'etcd-quorum-fault-tolerance': ['fail'],
      'etcd-member-health': ['warn', 'fail'],
      'apiserver-readyz-each': ['pass'],
    },
  },
];
