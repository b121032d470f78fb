/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { dead, etcdOf, silent, voter } from '../checks/etcd/testing/etcdWith';
import { balancers } from '../checks/loadbalancer/testing/haproxyWith';
import type { ClusterSnapshot } from '../snapshot/clusterSnapshot';
import type { PodInfo, WebhookInfo } from '../snapshot/sections/inventory';
import { mirrorPodOf } from '../testing/controlPlane';
import { absent, notKnown, observed } from '../testing/snapshotWith';
import { Loss, singleLosses } from './losses';
import type { LossOutcome } from './outcome';
import { simulate } from './simulate';
import {
  replica,
  serviceOf,
  stackedCluster,
  ZONES,
} from './testing/stackedCluster';

const node = (name: string): Loss => [{ kind: 'node', name }];
const zone = (name: string): Loss => [{ kind: 'zone', name }];
const member = (name: string): Loss => [{ kind: 'etcd-member', name }];
const balancer = (name: string): Loss => [{ kind: 'load-balancer', name }];

function lose(snapshot: ClusterSnapshot, loss: Loss): LossOutcome {
  return simulate(snapshot, [loss])[0];
}

function valueOf<T>(signal: { state: string; value?: T }): T {
  if (signal.value === undefined) throw new Error('not observed');
  return signal.value;
}

const sound = stackedCluster();
const pods = valueOf(sound.sections.pods);
const mirrors = pods.filter(({ mirror }) => mirror);

/** The sound cluster with pods of our own beside its control plane. */
function withPods(own: readonly PodInfo[], apps: readonly string[] = []) {
  return stackedCluster({
    pods: observed([...own, ...mirrors]),
    endpointSlices: observed(apps.map(app => serviceOf(app, own))),
  });
}

describe('a sound cluster of three zones', () => {
  it('tolerates the loss of a worker', () => {
    expect(lose(sound, node('worker-a1'))).toMatchObject({
      verdict: 'survives',
      etcd: { verdict: 'survives', left: { atLeast: 3, atMost: 3 } },
      apiServers: { verdict: 'survives', left: { atLeast: 3, atMost: 3 } },
      pods: { moved: 2, unplaced: [] },
    });
  });

  it('goes on without a spare when a zone is lost', () => {
    const outcome = lose(sound, zone('b'));
    expect(outcome).toMatchObject({
      verdict: 'degraded',
      limitedBy: 'etcd',
      etcd: { quorum: 2, left: { atLeast: 2, atMost: 2 } },
      apiServers: { left: { atLeast: 2, atMost: 2 } },
      loadBalancers: { before: { atLeast: 2 }, left: { atLeast: 1 } },
      pods: { moved: 4, unplaced: [] },
    });
    // All 12 pods of 200 m on the four workers that are left.
    expect(outcome.pods.used.cpu).toBeCloseTo(2400 / 4000);
  });

  it('has its timers: noticed, tolerated, one node after the other', () => {
    expect(lose(sound, zone('b')).recovery).toEqual({
      noticedSeconds: 50,
      // Its pods have no toleration of their own: evicted at once.
      evictedSeconds: 50 + 20,
    });
    const patient = replica('web', 0, 'worker-a1', {
      placement: {
        tolerations: [
          {
            key: 'node.kubernetes.io/unreachable',
            operator: 'Exists',
            effect: 'NoExecute',
            seconds: 300,
          },
        ],
      },
    });
    expect(
      lose(withPods([patient]), node('worker-a1')).recovery.evictedSeconds,
    ).toBe(350);
    expect(lose(sound, balancer('lb-a')).recovery).toEqual({});
  });

  it('stops with two of its zones', () => {
    expect(lose(sound, [...zone('a'), ...zone('b')])).toMatchObject({
      verdict: 'outage',
      limitedBy: 'etcd',
      etcd: { left: { atLeast: 1, atMost: 1 } },
    });
  });

  it('loses the API server with the member beside it', () => {
    expect(lose(sound, member('m-a')).apiServers).toMatchObject({
      verdict: 'survives',
      left: { atLeast: 2, atMost: 2 },
    });
    const elsewhere = stackedCluster({
      pods: observed(
        ZONES.map(name =>
          mirrorPodOf('kube-apiserver', `cp-${name}`, [
            '--etcd-servers=https://10.0.0.1:2379,https://10.0.0.2:2379',
          ]),
        ),
      ),
    });
    expect(lose(elsewhere, member('m-a')).apiServers.left.atLeast).toBe(3);
    const hidden = stackedCluster({ pods: observed([]) });
    expect(lose(hidden, member('m-a')).apiServers.left).toEqual({
      atLeast: 2,
      atMost: 3,
    });
  });

  it('goes on behind one load balancer and stops behind none', () => {
    expect(lose(sound, balancer('lb-a')).verdict).toBe('survives');
    expect(
      lose(sound, [...balancer('lb-a'), ...balancer('lb-b')]),
    ).toMatchObject({ verdict: 'outage', limitedBy: 'loadBalancers' });
  });
});

describe('what is not known', () => {
  it.each([
    ['a voter that only we cannot hear', silent('m-c', { nodeName: 'cp-c' })],
    ['a voter that is nowhere', voter('m-c')],
  ])('is no survival: %s', (_, third) => {
    const snapshot = stackedCluster({
      etcd: observed(
        etcdOf([
          voter('m-a', { nodeName: 'cp-a' }),
          voter('m-b', { nodeName: 'cp-b' }),
          third,
        ]),
      ),
    });
    expect(lose(snapshot, zone('a'))).toMatchObject({
      verdict: 'unknown',
      limitedBy: 'etcd',
      etcd: { reason: 'inconclusive', left: { atLeast: 1, atMost: 2 } },
    });
  });

  it.each(['nodes', 'pods', 'etcd', 'apiServers', 'endpointSlices'] as const)(
    'makes the loss of a zone unknown: section %s',
    section => {
      const loss = zone('a');
      const hidden = stackedCluster({ [section]: notKnown('forbidden') });
      const { verdict } = lose(hidden, loss);
      expect(verdict).toBe('unknown');
    },
  );

  it('is where load balancers are that nobody has configured', () => {
    const snapshot = stackedCluster({ loadBalancers: observed(balancers()) });
    expect(lose(snapshot, zone('a')).loadBalancers).toMatchObject({
      verdict: 'unknown',
      reason: 'not-configured',
    });
    // A worker takes none with it.
    expect(lose(snapshot, node('worker-a1')).verdict).toBe('survives');
  });

  it('is where a pod may run whose rules were not read', () => {
    const { placement: _, ...older } = replica('web', 0, 'worker-a1');
    expect(lose(withPods([older]), node('worker-a1'))).toMatchObject({
      verdict: 'unknown',
      limitedBy: 'pods',
      pods: { moved: 1, uncertain: 1, unplaced: [] },
    });
    const bound = replica('db', 0, 'worker-a1', {
      placement: { claims: ['data'] },
    });
    expect(lose(withPods([bound]), node('worker-a1')).pods.verdict).toBe(
      'unknown',
    );
  });

  it('is whether a node without a zone is in the one that is lost', () => {
    const [first, ...others] = valueOf(sound.sections.nodes).filter(
      ({ controlPlane }) => !controlPlane,
    );
    const machines = valueOf(sound.sections.nodes).filter(
      ({ controlPlane }) => controlPlane,
    );
    const { zone: _, ...unplaced } = first;
    const snapshot = stackedCluster({
      nodes: observed([...machines, ...others, unplaced]),
    });
    expect(lose(snapshot, zone('b')).pods).toMatchObject({
      verdict: 'unknown',
      reason: 'inconclusive',
    });
    expect(lose(snapshot, node('worker-b1')).verdict).toBe('survives');
  });

  it('hides nothing that is known', () => {
    const snapshot = stackedCluster({
      etcd: observed(
        etcdOf([
          voter('m-a', { nodeName: 'cp-a' }),
          dead('m-b', { nodeName: 'cp-b' }),
          voter('m-c', { nodeName: 'cp-c' }),
        ]),
      ),
      pods: notKnown('forbidden'),
    });
    expect(lose(snapshot, zone('a'))).toMatchObject({
      verdict: 'outage',
      limitedBy: 'etcd',
    });
  });

  it('is none of ours where the provider runs the control plane', () => {
    const managed = stackedCluster(
      {
        etcd: absent('provider'),
        apiServers: absent('provider'),
        loadBalancers: absent('provider'),
      },
      { platform: 'eks' },
    );
    expect(lose(managed, zone('a'))).toMatchObject({
      verdict: 'survives',
      etcd: { verdict: 'not-applicable' },
      apiServers: { verdict: 'not-applicable' },
    });
  });
});

describe('pods', () => {
  const heavy = { cpuMillis: 900 };

  it('without a place are an outage when they are more than a few', () => {
    const own = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((name, number) =>
      replica('web', number, `worker-${name}`, heavy),
    );
    const outcome = lose(withPods(own, ['web']), node('worker-a1'));
    expect(outcome).toMatchObject({
      verdict: 'outage',
      limitedBy: 'pods',
      pods: {
        moved: 1,
        shortfall: { cpuMillis: 900 },
        unplaced: [{ name: 'web-0', ownerName: 'web', cpuMillis: 900 }],
      },
      services: { interrupted: [], down: [] },
    });
    expect(outcome.pods.unplaced[0].refusals).toEqual({
      nodes: 9,
      reasons: [
        { reason: { code: 'resources', resource: 'cpu' }, nodes: 5 },
        { reason: { code: 'tainted' }, nodes: 4 },
      ],
    });
  });

  it('that are expendable are none', () => {
    const own = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((name, number) =>
      replica('batch', number, `worker-${name}`, { ...heavy, priority: -1 }),
    );
    expect(lose(withPods(own), node('worker-a1'))).toMatchObject({
      verdict: 'degraded',
      limitedBy: 'pods',
    });
  });

  it('stay with their node, are lost for good, or wait for it to go', () => {
    const own = [
      replica('agent', 0, 'worker-a1', { ownerKind: 'DaemonSet' }),
      replica('db', 0, 'worker-a1', { ownerKind: 'StatefulSet' }),
      replica('alone', 0, 'worker-a1', {
        ownerKind: undefined,
        ownerName: undefined,
      }),
      replica('keeps', 0, 'worker-a1', {
        placement: { tolerations: [{ operator: 'Exists' }] },
      }),
      replica('done', 0, 'worker-a1', { phase: 'Succeeded' }),
      replica('leaving', 0, 'worker-a1', { deletedAt: sound.takenAt }),
    ];
    expect(lose(withPods(own), node('worker-a1')).pods).toMatchObject({
      moved: 1,
      waitForNode: 1,
      unowned: ['default/alone-0'],
    });
  });

  it('are put back after each loss', () => {
    const losses = singleLosses(sound.sections);
    const together = simulate(sound, losses);
    const alone = losses.map(loss => lose(sound, loss));
    expect(together.map(({ verdict }) => verdict)).toEqual(
      alone.map(({ verdict }) => verdict),
    );
    expect(together.map(outcome => outcome.pods.used)).toEqual(
      alone.map(outcome => outcome.pods.used),
    );
  });
});

describe('Services', () => {
  const webhook = (
    failurePolicy: WebhookInfo['failurePolicy'],
  ): WebhookInfo => ({
    configuration: 'policy',
    name: 'check.example.com',
    failurePolicy,
    timeoutSeconds: 10,
    service: { namespace: 'default', name: 'gate' },
    matchConditions: 0,
    rules: [],
  });
  const gate = replica('gate', 0, 'worker-a1');

  it('are interrupted while their only pod moves', () => {
    expect(lose(withPods([gate], ['gate']), node('worker-a1'))).toMatchObject({
      verdict: 'survives',
      services: { interrupted: ['default/gate'], down: [] },
    });
    expect(
      lose(withPods([gate], ['gate']), node('worker-a2')).services.interrupted,
    ).toEqual([]);
  });

  it.each([
    ['Fail', 'degraded', ['policy/check.example.com']],
    ['Ignore', 'survives', []],
  ] as const)('take webhooks with them: %s', (policy, verdict, webhooks) => {
    const snapshot = stackedCluster({
      pods: observed([gate, ...mirrors]),
      endpointSlices: observed([serviceOf('gate', [gate])]),
      validatingWebhooks: observed([webhook(policy)]),
    });
    expect(lose(snapshot, node('worker-a1'))).toMatchObject({
      verdict,
      services: { webhooks },
    });
  });

  it('are down when their pods find no place', () => {
    const bound = replica('gate', 0, 'worker-a1', {
      priority: -1,
      placement: { nodeSelector: { 'kubernetes.io/hostname': 'worker-a1' } },
    });
    expect(lose(withPods([bound], ['gate']), node('worker-a1'))).toMatchObject({
      verdict: 'degraded',
      limitedBy: 'services',
      services: { interrupted: [], down: ['default/gate'] },
    });
  });

  it('are an outage without the DNS of the cluster', () => {
    const dns = replica('kube-dns', 0, 'worker-a1', {
      namespace: 'kube-system',
      priority: -1,
      placement: { nodeSelector: { disk: 'none' } },
    });
    expect(
      lose(withPods([dns], ['kube-dns']), node('worker-a1')),
    ).toMatchObject({
      verdict: 'outage',
      limitedBy: 'services',
      services: { down: ['kube-system/kube-dns'] },
    });
  });
});
