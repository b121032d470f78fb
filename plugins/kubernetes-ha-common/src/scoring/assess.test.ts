/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { Check, defineCheck } from '../checks/check';
import {
  CheckStatus,
  Layer,
  layers,
  severities,
  Severity,
  statuses,
} from '../checks/layers';
import { message } from '../messages';
import type { SectionName } from '../snapshot/clusterSnapshot';
import type { PodInfo } from '../snapshot/sections/inventory';
import type { ObservedSignal } from '../snapshot/signal';
import {
  apiServerOn,
  leaseOf,
  leasesOf,
  mirrorPodOf,
  nodeOf,
  podOf,
} from '../testing/controlPlane';
import {
  notKnown,
  observed,
  secondsAgo,
  snapshotWith,
} from '../testing/snapshotWith';
import { assess } from './assess';

const sentence = message('section.required', { sections: ['version'] });

/** A check that answers what it is told. */
function checkThatSays(
  id: string,
  layer: Layer,
  severity: Severity,
  status: CheckStatus,
  reads: readonly SectionName[] = ['version'],
): Check {
  return defineCheck({
    id,
    layer,
    severity,
    kind: 'design',
    stage: 1,
    reads,
    runbook: 'RB-TEST',
    source: 'test',
    evaluate: () => ({ status, observed: sentence, required: sentence }),
  });
}

const snapshot = snapshotWith({ version: { gitVersion: 'v1.37.2' } });

const anyChecks = fc
  .array(
    fc.tuple(
      fc.constantFrom(...layers),
      fc.constantFrom(...severities),
      fc.constantFrom(...statuses),
    ),
    { maxLength: 20 },
  )
  .map(list =>
    list.map(([layer, severity, status], index) =>
      checkThatSays(`check-${index}`, layer, severity, status),
    ),
  );

describe('assess', () => {
  it('takes the weakest layer, not a mean, and names it with its cause', () => {
    const card = assess(snapshot, {
      checks: [
        checkThatSays('api', 'apiserver', 'critical', 'pass'),
        checkThatSays('voters', 'etcd', 'critical', 'warn'),
        checkThatSays('disk', 'etcd', 'medium', 'fail'),
        checkThatSays('lease', 'leaders', 'high', 'warn'),
      ],
    });
    expect(card.score).toBe(69);
    expect(card.grade).toBe('D');
    expect(card.limitedBy).toEqual({ layer: 'etcd', checkIds: ['voters'] });
  });

  it('names every check that sets the cap, the most severe first', () => {
    const card = assess(snapshot, {
      checks: [
        checkThatSays('b-high', 'etcd', 'high', 'fail'),
        checkThatSays('a-high', 'etcd', 'high', 'fail'),
        checkThatSays('other', 'etcd', 'critical', 'warn'),
      ],
    });
    expect(card.limitedBy?.checkIds).toEqual(['a-high', 'b-high']);
  });

  it('names the deductions where nothing caps, and of equal layers the first of the chain', () => {
    const card = assess(snapshot, {
      checks: [
        checkThatSays('z', 'topology', 'low', 'warn'),
        checkThatSays('y', 'nodes', 'low', 'warn'),
      ],
    });
    expect(card.score).toBe(99);
    expect(card.limitedBy).toEqual({ layer: 'nodes', checkIds: ['y'] });
  });

  it('names no link when everything passes', () => {
    const card = assess(snapshot, {
      checks: [checkThatSays('api', 'apiserver', 'critical', 'pass')],
    });
    expect(card).toMatchObject({ score: 100, grade: 'A', provisional: false });
    expect(card).not.toHaveProperty('limitedBy');
  });

  it('has no score and no grade when no check applies, and is not called good', () => {
    const card = assess(snapshot, {
      checks: [checkThatSays('x', 'etcd', 'critical', 'not-applicable')],
    });
    expect(card).toMatchObject({
      score: null,
      grade: null,
      provisional: false,
    });
    expect(card.coverage.applicable).toBe(0);
  });

  it('has every layer in the order of the chain; those without checks have no score', () => {
    const card = assess(snapshot, {
      checks: [checkThatSays('x', 'nodes', 'low', 'pass')],
    });
    expect(card.layers.map(({ layer }) => layer)).toEqual(layers);
    expect(
      card.layers
        .filter(({ score }) => score !== null)
        .map(({ layer }) => layer),
    ).toEqual(['nodes']);
  });

  it('is provisional and at most C when a critical check is unknown', () => {
    const card = assess(
      snapshotWith({ etcd: notKnown('forbidden', 'etcd said no') }),
      { checks: [checkThatSays('x', 'etcd', 'critical', 'pass', ['etcd'])] },
    );
    expect(card).toMatchObject({ score: 75, grade: 'C', provisional: true });
    expect(card.coverage).toEqual({
      applicable: 1,
      known: 0,
      unknown: 1,
      unknownCritical: 1,
    });
    expect(card.results[0]).toMatchObject({
      status: 'unknown',
      reason: 'forbidden',
    });
  });

  it('scores and counts with the severity of the policy', () => {
    const card = assess(snapshot, {
      checks: [checkThatSays('x', 'etcd', 'critical', 'fail')],
      policy: { thresholds: {}, severities: { x: 'medium' } },
    });
    expect(card.score).toBe(94);
    expect(card.layers[1].steps).toEqual([
      {
        checkId: 'x',
        kind: 'deduct',
        points: 6,
        status: 'fail',
        severity: 'medium',
      },
    ]);
  });

  it.each`
    severity      | status       | grade
    ${'critical'} | ${'fail'}    | ${'F'}
    ${'high'}     | ${'fail'}    | ${'D'}
    ${'critical'} | ${'warn'}    | ${'C'}
    ${'critical'} | ${'unknown'} | ${'C'}
    ${'high'}     | ${'warn'}    | ${'B'}
    ${'high'}     | ${'unknown'} | ${'B'}
    ${'medium'}   | ${'fail'}    | ${'A'}
    ${'low'}      | ${'fail'}    | ${'A'}
  `(
    'one $severity $status alone is grade $grade',
    ({ severity, status, grade }) => {
      const checks = [checkThatSays('x', 'etcd', severity, status)];
      expect(assess(snapshot, { checks }).grade).toBe(grade);
    },
  );
});

describe('properties', () => {
  it('is the lowest layer and no layer is below it', () => {
    fc.assert(
      fc.property(anyChecks, checks => {
        const card = assess(snapshot, { checks });
        const scores = card.layers.flatMap(({ score }) => score ?? []);
        expect(scores.every(score => card.score! <= score)).toBe(true);
        expect(card.score === null).toBe(scores.length === 0);
        expect(card.score === null || scores.includes(card.score)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the checks, but for the order of the results', () => {
    fc.assert(
      fc.property(
        anyChecks.chain(checks =>
          fc.tuple(
            fc.constant(checks),
            fc.shuffledSubarray(checks, {
              minLength: checks.length,
              maxLength: checks.length,
            }),
          ),
        ),
        ([checks, shuffled]) => {
          const { results: _, ...card } = assess(snapshot, { checks });
          const { results: __, ...other } = assess(snapshot, {
            checks: shuffled,
          });
          expect(JSON.stringify(other)).toBe(JSON.stringify(card));
        },
      ),
    );
  });

  it('gives the same bytes twice, also from a copy of the snapshot whose keys come in another order', () => {
    fc.assert(
      fc.property(anyChecks, checks => {
        const reversed = {
          sections: Object.fromEntries(
            Object.entries(snapshot.sections)
              .reverse()
              .map(([name, signal]) => [
                name,
                Object.fromEntries(Object.entries(signal).reverse()),
              ]),
          ) as typeof snapshot.sections,
          takenAt: snapshot.takenAt,
          cluster: snapshot.cluster,
          schemaVersion: snapshot.schemaVersion,
        };
        expect(JSON.stringify(assess(reversed, { checks }))).toBe(
          JSON.stringify(assess(snapshot, { checks })),
        );
      }),
    );
  });

  it('is never raised by a check that does not pass, in any layer that is assessed', () => {
    fc.assert(
      fc.property(
        anyChecks,
        fc.constantFrom(...layers),
        fc.constantFrom(...severities),
        fc.constantFrom<CheckStatus>('warn', 'fail', 'unknown'),
        (checks, layer, severity, status) => {
          const before = assess(snapshot, { checks }).score;
          fc.pre(before !== null);
          const after = assess(snapshot, {
            checks: [...checks, checkThatSays('more', layer, severity, status)],
          }).score;
          expect(after!).toBeLessThanOrEqual(before!);
        },
      ),
    );
  });

  it('is not moved by one more pass once anything is assessed', () => {
    fc.assert(
      fc.property(
        anyChecks,
        fc.constantFrom(...layers),
        fc.constantFrom(...severities),
        (checks, layer, severity) => {
          const before = assess(snapshot, { checks }).score;
          const after = assess(snapshot, {
            checks: [...checks, checkThatSays('more', layer, severity, 'pass')],
          }).score;
          expect(after).toBe(before ?? 100);
        },
      ),
    );
  });
});

describe('what is possible', () => {
  it('is what it would be if every unknown passed, and if every one failed', () => {
    const card = assess(snapshot, {
      checks: [
        checkThatSays('a', 'etcd', 'critical', 'unknown'),
        checkThatSays('b', 'nodes', 'high', 'warn'),
      ],
    });
    expect(card.score).toBe(75);
    expect(card.possible).toEqual({
      best: { score: 85, grade: 'B' },
      worst: { score: 20, grade: 'F' },
    });
  });

  it('has the score itself in between, and is one where everything is known', () => {
    fc.assert(
      fc.property(anyChecks, checks => {
        const { score, possible, coverage } = assess(snapshot, { checks });
        fc.pre(score !== null);
        expect(possible!.worst.score!).toBeLessThanOrEqual(score!);
        expect(possible!.best.score!).toBeGreaterThanOrEqual(score!);
        expect(possible!.worst).toEqual(
          coverage.unknown === 0 ? possible!.best : possible!.worst,
        );
      }),
    );
  });
});

it('asks for pods once while they stay as they are, whatever the control plane does', () => {
  const hosts = ['cp-a', 'cp-b', 'cp-c'];
  const components = ['kube-apiserver', 'kube-scheduler', 'etcd'];
  const pods = [
    ...hosts.flatMap(host => components.map(name => mirrorPodOf(name, host))),
    podOf('web-1', { nodeName: 'cp-a', app: 'web' }),
    podOf('web-2', { phase: 'Pending', unschedulableSince: secondsAgo(400) }),
  ];
  const asked = jest.fn(() => pods);
  const signals = (seconds: number) => ({
    version: { gitVersion: 'v1.37.2' },
    apiServers: hosts.map(host => apiServerOn(host)),
    leases: leasesOf([leaseOf('kube-scheduler', seconds)]),
  });
  const podsAsRead: ObservedSignal<PodInfo[]> = {
    state: 'observed',
    source: 'test',
    via: 'test',
    observedAt: secondsAgo(5),
    intervalSeconds: 120,
    get value() {
      return asked();
    },
  };
  const inventory = {
    nodes: observed([
      ...hosts.map(host => nodeOf(host, { controlPlane: true })),
      nodeOf('worker-1'),
    ]),
    daemonSets: observed([]),
    pods: podsAsRead,
  };
  const judged = (seconds: number) =>
    assess(snapshotWith({ ...signals(seconds), ...inventory }));
  const statusOf = (id: string, seconds: number) =>
    judged(seconds).results.find(({ checkId }) => checkId === id)?.status;
  expect(statusOf('scheduler-lease-fresh', 5)).toBe('pass');
  expect(asked).toHaveBeenCalled();
  asked.mockClear();
  expect(statusOf('scheduler-lease-fresh', 500)).toBe('fail');
  expect(statusOf('node-controlplane-isolation', 500)).toBe('warn');
  expect(statusOf('scheduler-backlog', 500)).toBe('fail');
  expect(asked).not.toHaveBeenCalled();
});
