/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo, PodInfo } from '../../snapshot/sections/inventory';
import type {
  PersistentVolumeClaimInfo,
  PersistentVolumeInfo,
  PodPlacement,
} from '../../snapshot/sections/placement';
import { nodeOf, podOf } from '../../testing/controlPlane';
import { schedulerWords } from './refusals';
import { Scheduler } from './scheduler';
import { schedulingModel } from './schedulingModel';
import { SchedulingState } from './schedulingState';
import type { VolumeLists } from './volumes';

const GIB = 2 ** 30;
const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';
const noVolumes: VolumeLists = { claims: [], volumes: [], classes: [] };

function worker(name: string, zone: string, parts: Partial<NodeInfo> = {}) {
  return nodeOf(name, {
    zone,
    labels: { [ZONE]: zone, [HOST]: name },
    allocatable: { cpuMillis: 1000, memoryBytes: 4 * GIB, pods: 10 },
    ...parts,
  });
}

function pod(
  name: string,
  nodeName: string | undefined,
  placement: PodPlacement = {},
  parts: Partial<PodInfo> = {},
) {
  return podOf(name, {
    nodeName,
    ownerKind: 'ReplicaSet',
    ownerName: 'web-1',
    cpuMillis: 300,
    memoryBytes: GIB,
    placement,
    ...parts,
  });
}

/** Loses nodes and places what was on them: where each pod is, or what the scheduler says. */
function lose(
  lost: readonly string[],
  nodes: readonly NodeInfo[],
  pods: readonly PodInfo[],
  volumes: VolumeLists = noVolumes,
): Record<string, string> {
  const model = schedulingModel(nodes, pods, volumes);
  const state = new SchedulingState(model);
  const marks = Uint8Array.from(model.columns.nodes, ({ name }) =>
    Number(lost.includes(name)),
  );
  const moving = pods.flatMap((_, number) =>
    marks[model.nodeOf[number]] ? [number] : [],
  );
  for (const number of moving) state.move(number, -1);
  const { placed, unplaced } = new Scheduler(state, marks).place(moving);
  return Object.fromEntries([
    ...placed.map(entry => [
      pods[entry.pod].name,
      model.columns.nodes[entry.node].name,
    ]),
    ...unplaced.map(entry => [
      pods[entry.pod].name,
      schedulerWords(entry.refusals),
    ]),
  ]);
}

const three = [worker('a1', 'a'), worker('b1', 'b'), worker('c1', 'c')];
const web = { labels: { app: 'web' } };
const selectsWeb = { matchLabels: { app: 'web' } };

describe('Scheduler', () => {
  it('puts pods where most is left', () => {
    const pods = [
      pod('lost', 'a1'),
      pod('there', 'b1', {}, { cpuMillis: 500 }),
    ];
    expect(lose(['a1'], three, pods)).toEqual({ lost: 'c1' });
  });

  it.each([
    ['processors', { cpuMillis: 1001 }, 'Insufficient cpu'],
    ['memory', { memoryBytes: 5 * GIB }, 'Insufficient memory'],
  ])('says that there is too little: %s', (_, parts, words) => {
    expect(lose(['a1'], three, [pod('big', 'a1', {}, parts)])).toEqual({
      big: `0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 ${words}.`,
    });
  });

  it('counts pods and other resources of a node', () => {
    const full = three.map(node => ({
      ...node,
      allocatable: { ...node.allocatable, pods: 1, others: { gpu: 1 } },
    }));
    const pods = [
      pod('lost', 'a1', { resources: { gpu: 1 } }),
      pod('there', 'b1', { resources: { gpu: 1 } }),
    ];
    expect(lose(['a1'], full, pods)).toEqual({ lost: 'c1' });
    expect(lose(['a1', 'c1'], full, pods).lost).toBe(
      '0/3 nodes are available: 1 Insufficient gpu, 1 Too many pods, 2 node(s) had untolerated taint(s).',
    );
  });

  it('places nothing on a cordoned or a tainted node', () => {
    const nodes = [
      three[0],
      worker('b1', 'b', { unschedulable: true }),
      worker('c1', 'c', {
        taints: [{ key: 'pool', value: 'gpu', effect: 'NoSchedule' }],
      }),
    ];
    expect(lose(['a1'], nodes, [pod('p', 'a1')]).p).toBe(
      '0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) had untolerated taint(s).',
    );
    const tolerant = {
      tolerations: [{ key: 'pool', value: 'gpu', effect: 'NoSchedule' }],
    };
    expect(lose(['a1'], nodes, [pod('p', 'a1', tolerant)])).toEqual({
      p: 'c1',
    });
  });

  it.each<[string, PodPlacement]>([
    ['selector', { nodeSelector: { [ZONE]: 'c' } }],
    [
      'affinity',
      {
        nodeAffinity: [
          {
            matchExpressions: [
              { key: ZONE, operator: 'NotIn', values: ['a', 'b'] },
            ],
          },
        ],
      },
    ],
    [
      'affinity by name',
      {
        nodeAffinity: [
          {
            matchFields: [
              { key: 'metadata.name', operator: 'In', values: ['c1'] },
            ],
          },
        ],
      },
    ],
  ])('holds to the %s of nodes', (_, placement) => {
    expect(lose(['a1'], three, [pod('p', 'a1', placement)])).toEqual({
      p: 'c1',
    });
    expect(lose(['a1', 'c1'], three, [pod('p', 'a1', placement)]).p).toContain(
      "1 node(s) didn't match Pod's node affinity/selector",
    );
  });

  it('keeps pods apart that must not meet, whichever of them says so', () => {
    const apart = {
      ...web,
      podAntiAffinity: [{ selector: selectsWeb, topologyKey: ZONE }],
    };
    const pods = [pod('lost', 'a1', apart), pod('there', 'b1', web)];
    expect(lose(['a1'], three, pods)).toEqual({ lost: 'c1' });
    expect(lose(['a1', 'c1'], three, pods).lost).toContain(
      "1 node(s) didn't match pod anti-affinity rules",
    );
    const turned = [pod('lost', 'a1', web), pod('there', 'b1', apart)];
    expect(lose(['a1', 'c1'], three, turned).lost).toContain(
      "1 node(s) didn't satisfy existing pods anti-affinity rules",
    );
  });

  it('puts pods near those they need, and the first of them anywhere', () => {
    const near = (app: string) => ({
      ...web,
      podAffinity: [{ selector: { matchLabels: { app } }, topologyKey: ZONE }],
    });
    const db = pod('db', 'b1', { labels: { app: 'db' } }, { cpuMillis: 600 });
    expect(lose(['a1'], three, [pod('p', 'a1', near('db')), db])).toEqual({
      p: 'b1',
    });
    expect(lose(['a1'], three, [pod('p', 'a1', near('none')), db]).p).toContain(
      "2 node(s) didn't match pod affinity rules",
    );
    expect(
      Object.keys(lose(['a1'], three, [pod('p', 'a1', near('web')), db])),
    ).toEqual(['p']);
    expect(lose(['a1'], three, [pod('p', 'a1', near('web')), db]).p).toBe('c1');
  });

  it('holds to the spread, for which a zone that is lost still counts', () => {
    const spread = {
      ...web,
      topologySpread: [
        {
          maxSkew: 1,
          topologyKey: ZONE,
          whenUnsatisfiable: 'DoNotSchedule',
          selector: selectsWeb,
        },
      ],
    };
    const pods = ['a1', 'b1', 'c1'].map(node =>
      pod(`on-${node}`, node, spread),
    );
    // None are left in zone a: b and c may have one each, which they have.
    expect(lose(['a1'], three, pods)['on-a1']).toBe(
      "0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 node(s) didn't match pod topology spread constraints.",
    );
    const honoring = {
      ...spread,
      topologySpread: spread.topologySpread.map(rule => ({
        ...rule,
        maxSkew: 2,
      })),
    };
    expect(
      lose(
        ['a1'],
        three,
        ['a1', 'b1', 'c1'].map(node => pod(`on-${node}`, node, honoring)),
      )['on-a1'],
    ).toMatch(/^[bc]1$/);
    const unlabelled = [three[0], worker('x', 'b', { labels: {} })];
    expect(lose(['a1'], unlabelled, [pod('p', 'a1', spread)]).p).toContain(
      '(missing required label)',
    );
  });

  it('gives a port of a node to one pod', () => {
    const port = { hostPorts: [{ port: 80 }] };
    const pods = [
      pod('lost', 'a1', port),
      pod('there', 'b1', { hostPorts: [{ port: 80, ip: '10.0.0.1' }] }),
      pod('udp', 'c1', { hostPorts: [{ port: 80, protocol: 'UDP' }] }),
    ];
    expect(lose(['a1'], three, pods)).toEqual({ lost: 'c1' });
    expect(lose(['a1', 'c1'], three, pods).lost).toContain(
      "1 node(s) didn't have free ports for the requested pod ports",
    );
  });

  describe('volumes', () => {
    const inZone = (zone: string) => [
      {
        matchExpressions: [{ key: ZONE, operator: 'In', values: [zone] }],
      },
    ];
    const claim = (
      name: string,
      parts: Partial<PersistentVolumeClaimInfo> = {},
    ): PersistentVolumeClaimInfo => ({
      namespace: 'default',
      name,
      phase: 'Bound',
      volumeName: `pv-${name}`,
      accessModes: ['ReadWriteOnce'],
      ...parts,
    });
    const volume = (name: string, zone: string): PersistentVolumeInfo => ({
      name: `pv-${name}`,
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      nodeAffinity: inZone(zone),
    });
    const withClaim = { claims: ['data-{pod}'] };

    it('go with the pod only within their zone', () => {
      const lists: VolumeLists = {
        ...noVolumes,
        claims: [claim('data-p')],
        volumes: [volume('data-p', 'b')],
      };
      const pods = [pod('p', 'a1', withClaim)];
      expect(lose(['a1'], three, pods, lists)).toEqual({ p: 'b1' });
      expect(lose(['a1', 'b1'], three, pods, lists).p).toContain(
        "1 node(s) didn't match PersistentVolume's node affinity",
      );
    });

    it.each<[string, Partial<VolumeLists>, string]>([
      ['missing', {}, 'persistentvolumeclaim "data-p" not found'],
      [
        'bound to nothing',
        { claims: [claim('data-p')] },
        'persistentvolumeclaim "data-p" bound to non-existent persistentvolume',
      ],
      [
        'not bound yet',
        {
          claims: [
            claim('data-p', {
              volumeName: undefined,
              phase: 'Pending',
              storageClass: 'fast',
            }),
          ],
        },
        'pod has unbound immediate PersistentVolumeClaims',
      ],
    ])('keep a pod waiting while its claim is %s', (_, lists, words) => {
      expect(
        lose(['a1'], three, [pod('p', 'a1', withClaim)], {
          ...noVolumes,
          ...lists,
        }).p,
      ).toContain(words);
    });

    it('are made where the pod goes, within what their class allows', () => {
      const lists: VolumeLists = {
        claims: [
          claim('data-p', {
            volumeName: undefined,
            phase: 'Pending',
            storageClass: 'late',
          }),
        ],
        volumes: [],
        classes: [
          {
            name: 'late',
            provisioner: 'csi.example.com',
            bindingMode: 'WaitForFirstConsumer',
            isDefault: false,
            allowedTopologies: inZone('c'),
          },
        ],
      };
      expect(lose(['a1'], three, [pod('p', 'a1', withClaim)], lists)).toEqual({
        p: 'c1',
      });
    });
  });

  describe('priorities', () => {
    const full = { cpuMillis: 900 };

    it('are placed in their order', () => {
      const pods = [
        pod('low', 'a1', {}, { ...full, priority: 1 }),
        pod('high', 'b1', {}, { ...full, priority: 9 }),
      ];
      expect(lose(['a1', 'b1'], three, pods)).toEqual({
        high: 'c1',
        low: '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint(s).',
      });
    });

    it('let a pod take the place of the least important, which moves on', () => {
      const pods = [
        pod('high', 'a1', {}, { ...full, priority: 9 }),
        pod('middle', 'b1', {}, { cpuMillis: 500, priority: 5 }),
        pod('low', 'c1', {}, { cpuMillis: 400, priority: 1 }),
      ];
      expect(lose(['a1'], three, pods)).toEqual({ high: 'c1', low: 'b1' });
    });

    it('take no place from anybody where the policy says so', () => {
      const pods = [
        pod(
          'high',
          'a1',
          { preemptionPolicy: 'Never' },
          { ...full, priority: 9 },
        ),
        pod('b', 'b1', {}, { cpuMillis: 500, priority: 1 }),
        pod('c', 'c1', {}, { cpuMillis: 500, priority: 1 }),
      ];
      expect(lose(['a1'], three, pods).high).toContain('2 Insufficient cpu');
    });
  });
});
