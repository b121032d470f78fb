/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { dead, etcdOf, silent, voter } from '../checks/etcd/testing/etcdWith';
import type { SectionName } from '../snapshot/clusterSnapshot';
import type { NodeInfo, PodInfo } from '../snapshot/sections/inventory';
import { notKnown, observed } from '../testing/snapshotWith';
import type { Loss } from './losses';
import { lossVerdicts } from './outcome';
import { simulate } from './simulate';
import {
  replica,
  serviceOf,
  stackedCluster,
  ZONES,
  zonedNode,
} from './testing/stackedCluster';

type Voice = 'healthy' | 'dead' | 'silent';

const makers = { healthy: voter, dead, silent };

/** Whether a majority of all voters can be heard, for every way in which the silent ones may be. */
function decides(voices: readonly Voice[], lost: ReadonlySet<number>) {
  const heard = (silentOnes: boolean) =>
    voices.filter(
      (voice, number) =>
        !lost.has(number) &&
        (voice === 'healthy' || (silentOnes && voice === 'silent')),
    ).length;
  const majority = (count: number) => 2 * count > voices.length;
  if (majority(heard(false))) return 'yes';
  return majority(heard(true)) ? 'maybe' : 'no';
}

describe('quorum', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'of %i voters is as counted one by one, for every loss of them',
    count => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom<Voice>('healthy', 'dead', 'silent'), {
            minLength: count,
            maxLength: count,
          }),
          voices => {
            const etcd = observed(
              etcdOf(
                voices.map((voice, number) => makers[voice](`m${number}`)),
              ),
            );
            const lostSets = Array.from({ length: 2 ** count }, (_, mask) =>
              voices.flatMap((_voice, number) =>
                (mask >> number) % 2 === 1 ? [number] : [],
              ),
            );
            const outcomes = simulate(
              stackedCluster({ etcd, pods: observed([]) }),
              lostSets.map(lost =>
                lost.map(number => ({
                  kind: 'etcd-member',
                  name: `m${number}`,
                })),
              ),
            );
            outcomes.forEach(({ etcd: { verdict } }, place) => {
              const told = {
                yes: ['survives', 'degraded'],
                maybe: ['unknown'],
                no: ['outage'],
              }[decides(voices, new Set(lostSets[place]))];
              expect(told).toContain(verdict);
            });
          },
        ),
        { numRuns: count > 6 ? 5 : 20 },
      );
    },
  );
});

/** Workers and pods without rules, so that only room counts. */
const room = fc.record({
  workers: fc.array(fc.integer({ min: 200, max: 2000 }), {
    minLength: 2,
    maxLength: 6,
  }),
  pods: fc.integer({ min: 1, max: 20 }),
  lost: fc.array(fc.nat(5), { minLength: 1, maxLength: 2 }),
});

function roomCluster(workers: readonly number[], pods: number) {
  const nodes = workers.map((cpuMillis, number) =>
    zonedNode(`worker-${number}`, ZONES[number % 3], {
      allocatable: { cpuMillis, memoryBytes: 2 ** 36, pods: 110 },
    }),
  );
  // As many as fit, all of one size: then the order in which they come decides nothing.
  const free = [...workers];
  const placed = Array.from({ length: pods }).flatMap((_, number) => {
    const node = free.findIndex(left => left >= 100);
    if (node < 0) return [];
    free[node] -= 100;
    return [
      replica('web', number, `worker-${node}`, {
        cpuMillis: 100,
        memoryBytes: 1,
      }),
    ];
  });
  return cluster(nodes, placed);
}

function cluster(nodes: readonly NodeInfo[], pods: readonly PodInfo[]) {
  return stackedCluster({
    nodes: observed([...nodes]),
    pods: observed([...pods]),
    endpointSlices: observed([serviceOf('web', pods)]),
  });
}

const workersLost = (numbers: readonly number[]): Loss =>
  [...new Set(numbers)].map(number => ({
    kind: 'node',
    name: `worker-${number}`,
  }));

describe('room', () => {
  it('is never more after a greater loss', () => {
    fc.assert(
      fc.property(room, fc.nat(5), ({ workers, pods, lost }, more) => {
        const snapshot = roomCluster(workers, pods);
        const [less, greater] = simulate(snapshot, [
          workersLost(lost),
          workersLost([...lost, more]),
        ]);
        expect(greater.pods.unplaced.length).toBeGreaterThanOrEqual(
          less.pods.unplaced.length,
        );
      }),
    );
  });

  it('is never less with one more node', () => {
    fc.assert(
      fc.property(
        room,
        fc.integer({ min: 200, max: 2000 }),
        ({ workers, pods, lost }, added) => {
          const [before] = simulate(roomCluster(workers, pods), [
            workersLost(lost),
          ]);
          const smaller = roomCluster(workers, pods);
          const { nodes, pods: placed } = smaller.sections;
          if (nodes.state !== 'observed' || placed.state !== 'observed') {
            throw new Error('not observed');
          }
          const [after] = simulate(
            cluster(
              [
                ...nodes.value,
                zonedNode('added', 'a', {
                  allocatable: {
                    cpuMillis: added,
                    memoryBytes: 2 ** 36,
                    pods: 110,
                  },
                }),
              ],
              placed.value,
            ),
            [workersLost(lost)],
          );
          expect(after.pods.unplaced.length).toBeLessThanOrEqual(
            before.pods.unplaced.length,
          );
          // An outage where there was survival is what must not be.
          expect([before.verdict, after.verdict]).not.toEqual([
            'survives',
            expect.not.stringMatching('survives'),
          ]);
        },
      ),
    );
  });

  it('is what no pod asks for: every pod of one size that fits is placed', () => {
    fc.assert(
      fc.property(room, ({ workers, pods, lost }) => {
        const snapshot = roomCluster(workers, pods);
        const [{ pods: outcome }] = simulate(snapshot, [workersLost(lost)]);
        const gone = new Set(lost);
        const fit = workers.reduce(
          (sum, cpu, number) =>
            sum + (gone.has(number) ? 0 : Math.floor(cpu / 100)),
          0,
        );
        const { pods: all } = snapshot.sections;
        const count = all.state === 'observed' ? all.value.length : NaN;
        expect(outcome.unplaced).toHaveLength(Math.max(0, count - fit));
      }),
    );
  });
});

/** Without these a loss cannot be told to be harmless. */
const inputs: readonly SectionName[] = [
  'nodes',
  'pods',
  'endpointSlices',
  'etcd',
  'apiServers',
  'loadBalancers',
];

describe('an unknown input', () => {
  it('is never harmless for what it is about, and makes no outage up', () => {
    const losses: Loss[] = [
      ...ZONES.map((name): Loss => [{ kind: 'zone', name }]),
      ...ZONES.map((name): Loss => [{ kind: 'node', name: `cp-${name}` }]),
      ZONES.slice(0, 2).map(name => ({ kind: 'zone', name })),
    ];
    const known = simulate(stackedCluster(), losses);
    fc.assert(
      fc.property(
        fc.subarray([...inputs], { minLength: 1 }),
        fc.constantFrom('forbidden' as const, 'timeout' as const),
        (hidden, reason) => {
          const outcomes = simulate(
            stackedCluster(
              Object.fromEntries(hidden.map(name => [name, notKnown(reason)])),
            ),
            losses,
          );
          outcomes.forEach(({ verdict }, place) => {
            const isOutage = known[place].verdict === 'outage';
            expect(lossVerdicts.slice(isOutage ? 0 : 1, 3)).toContain(verdict);
          });
        },
      ),
    );
  });
});
