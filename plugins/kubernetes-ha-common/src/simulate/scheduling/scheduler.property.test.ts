/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { NodeInfo, PodInfo } from '../../snapshot/sections/inventory';
import type { PodPlacement } from '../../snapshot/sections/placement';
import { Scheduler } from './scheduler';
import { SchedulingModel, schedulingModel } from './schedulingModel';
import { SchedulingState } from './schedulingState';
import { replica, ZONES, zonedNode } from '../testing/stackedCluster';

// What comes out is held against the rules as Kubernetes words them, counted
// from the pods and not with the columns of the scheduler.

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';
const apps = ['web', 'db'];
const selects = (app: string) => ({ matchLabels: { app } });

const placement: fc.Arbitrary<PodPlacement> = fc
  .record({
    app: fc.constantFrom(...apps),
    away: fc.option(
      fc.record({
        app: fc.constantFrom(...apps),
        topologyKey: fc.constantFrom(ZONE, HOST),
      }),
    ),
    spread: fc.option(
      fc.record({
        topologyKey: fc.constantFrom(ZONE, HOST),
        maxSkew: fc.integer({ min: 1, max: 3 }),
      }),
    ),
    zone: fc.option(fc.constantFrom(...ZONES)),
    port: fc.option(fc.constantFrom(80, 443)),
    tolerates: fc.boolean(),
  })
  .map(({ app, away, spread, zone, port, tolerates }) => ({
    labels: { app },
    ...(away && {
      podAntiAffinity: [
        { selector: selects(away.app), topologyKey: away.topologyKey },
      ],
    }),
    ...(spread && {
      topologySpread: [
        {
          ...spread,
          whenUnsatisfiable: 'DoNotSchedule',
          selector: selects(app),
        },
      ],
    }),
    ...(zone && { nodeSelector: { [ZONE]: zone } }),
    ...(port && { hostPorts: [{ port }] }),
    ...(tolerates && { tolerations: [{ key: 'pool', operator: 'Exists' }] }),
  }));

const clusters = fc.record({
  nodes: fc.array(
    fc.record({
      cpuMillis: fc.integer({ min: 100, max: 900 }),
      tainted: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  pods: fc.array(
    fc.record({
      node: fc.nat(5),
      cpuMillis: fc.constantFrom(0, 100, 300),
      priority: fc.constantFrom(0, 0, 5),
      placement,
    }),
    { maxLength: 12 },
  ),
  lost: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
});

type Given = typeof clusters extends fc.Arbitrary<infer T> ? T : never;

function modelOf({ nodes, pods }: Given): SchedulingModel {
  return schedulingModel(
    nodes.map(({ cpuMillis, tainted }, number) =>
      zonedNode(`n${number}`, ZONES[number % ZONES.length], {
        allocatable: { cpuMillis, memoryBytes: 2 ** 34, pods: 8 },
        taints: tainted ? [{ key: 'pool', effect: 'NoSchedule' }] : [],
      }),
    ),
    pods.map(({ node, ...parts }, number) =>
      replica('app', number, `n${node % nodes.length}`, {
        ...parts,
        memoryBytes: 1,
      }),
    ),
    { claims: [], volumes: [], classes: [] },
  );
}

/** Loses nodes, places their pods; the state is as that leaves it. */
function lose(model: SchedulingModel, lost: readonly number[]) {
  const state = new SchedulingState(model);
  const marks = new Uint8Array(model.columns.count);
  for (const number of lost) {
    const place = model.columns.placeOf(`n${number}`);
    if (place >= 0) marks[place] = 1;
  }
  const moving = model.pods.flatMap((_, number) =>
    marks[model.nodeOf[number]] ? [number] : [],
  );
  for (const pod of moving) state.move(pod, -1);
  return { state, marks, moving, ...new Scheduler(state, marks).place(moving) };
}

/** Of each term, of each domain: pods that it selects, and pods that keep away from those. */
function countsOf({ model, selected, repelling }: SchedulingState) {
  return model.terms.all.map(({ domains }, term) =>
    domains.names.map((_, domain) => [
      selected[term].in(domain),
      repelling.get(term)?.in(domain),
    ]),
  );
}

type Running = { pod: PodInfo; node: NodeInfo };

function running(state: SchedulingState, node?: number): Running[] {
  const { columns, pods } = state.model;
  return pods.flatMap((pod, number) => {
    const place = state.nodeOf[number];
    return place >= 0 && (node === undefined || place === node)
      ? [{ pod, node: columns.nodes[place] }]
      : [];
  });
}

const appOf = ({ pod }: Running) => pod.placement?.labels?.app;

/** Why a pod may not be where it is, among those that run; undefined when it may. */
function wrong(one: Running, all: readonly Running[]): string | undefined {
  const { pod, node } = one;
  const rules = pod.placement ?? {};
  const others = all.filter(other => other !== one && other.pod !== pod);
  const zone = rules.nodeSelector?.[ZONE];
  if (zone !== undefined && node.labels[ZONE] !== zone) return 'selector';
  if (node.taints.length > 0 && !rules.tolerations) return 'taint';
  const clash = (from: Running, to: Running) =>
    (from.pod.placement?.podAntiAffinity ?? []).some(
      ({ selector, topologyKey }) =>
        selector?.matchLabels?.app === appOf(to) &&
        from.node.labels[topologyKey] === to.node.labels[topologyKey],
    );
  if (others.some(other => clash(one, other) || clash(other, one))) {
    return 'anti-affinity';
  }
  const ports = new Set(rules.hostPorts?.map(({ port }) => port));
  const taken = others.some(
    other =>
      other.node === node &&
      other.pod.placement?.hostPorts?.some(({ port }) => ports.has(port)),
  );
  return taken ? 'ports' : undefined;
}

describe('Scheduler', () => {
  it('places pods only where the rules let them be', () => {
    fc.assert(
      fc.property(clusters, given => {
        const model = modelOf(given);
        const { state, marks, placed } = lose(model, given.lost);
        const all = running(state);
        for (const { pod, node } of placed) {
          expect(marks[node]).toBe(0);
          const one = all.find(entry => entry.pod === model.pods[pod]);
          expect(one && wrong(one, all)).toBeUndefined();
          const asked = running(state, node).reduce(
            (sum, entry) => sum + entry.pod.cpuMillis,
            0,
          );
          const { cpuMillis } = model.columns.nodes[node].allocatable;
          // A node may have been too full before; one that is takes nothing that asks for more.
          const takes = model.pods[pod].cpuMillis === 0 || asked <= cpuMillis;
          expect(takes).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses no pod: each is placed or says of every node why not', () => {
    fc.assert(
      fc.property(clusters, given => {
        const model = modelOf(given);
        const { moving, placed, unplaced, preempted } = lose(model, given.lost);
        const ended = [...placed, ...unplaced].map(({ pod }) => pod);
        expect([...new Set(ended)].sort()).toEqual(
          [...new Set([...moving, ...preempted])].sort(),
        );
        expect(new Set(ended).size).toBe(ended.length);
        for (const { refusals } of unplaced) {
          const refusing = refusals.reasons.reduce(
            (sum, { nodes }) => sum + nodes,
            0,
          );
          // One node may lack several resources.
          expect(refusing).toBeGreaterThanOrEqual(refusals.nodes);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nothing behind when all is taken back', () => {
    fc.assert(
      fc.property(clusters, given => {
        const model = modelOf(given);
        const { state } = lose(model, given.lost);
        state.rewind(0);
        const untouched = new SchedulingState(model);
        expect(state.free).toEqual(untouched.free);
        expect(state.scoredCpu).toEqual(untouched.scoredCpu);
        expect(state.nodeOf).toEqual(untouched.nodeOf);
        expect(countsOf(state)).toEqual(countsOf(untouched));
        model.columns.nodes.forEach((_, node) => {
          expect([...state.podsOn(node)].sort()).toEqual(
            [...untouched.podsOn(node)].sort(),
          );
          expect(new Set(state.portsOn(node))).toEqual(
            new Set(untouched.portsOn(node)),
          );
        });
      }),
    );
  });
});
