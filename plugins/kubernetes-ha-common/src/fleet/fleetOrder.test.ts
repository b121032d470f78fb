/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { severities } from '../checks/layers';
import { verdicts } from '../checks/verdict';
import { message } from '../messages';
import { tiers } from '../snapshot/clusterKinds';
import {
  clusterOrders,
  directions,
  fleetOrder,
  OrderedCluster,
  visibilityOf,
} from './fleetOrder';

function cluster(
  name: string,
  parts: Partial<Omit<OrderedCluster, 'headline'>> & {
    verdict?: (typeof verdicts)[number];
    severity?: (typeof severities)[number];
    observedAt?: string;
  } = {},
): OrderedCluster {
  const { verdict, severity = 'critical', observedAt, ...rest } = parts;
  return {
    name,
    tier: 'production',
    score: 100,
    coverage: { applicable: 64, known: 64, unknown: 0, unknownCritical: 0 },
    observation: { observedAt },
    ...(verdict && {
      headline: {
        verdict,
        severity,
        layer: 'etcd',
        checkId: 'c',
        status: 'fail',
        observed: message('section.required', { sections: ['etcd'] }),
      },
    }),
    ...rest,
  };
}

const namesOf = (
  clusters: readonly OrderedCluster[],
  ...by: Parameters<typeof fleetOrder>
) => [...clusters].sort(fleetOrder(...by)).map(({ name }) => name);

it('puts what is broken first, production before the others, then what is weak, not visible and well', () => {
  expect(
    namesOf([
      cluster('well'),
      cluster('unseen', { verdict: 'not-visible', score: 20 }),
      cluster('never-assessed', { score: null }),
      cluster('weak', { verdict: 'weak', score: 20 }),
      cluster('dev-broken', {
        verdict: 'broken',
        tier: 'development',
        score: 20,
      }),
      cluster('staging-broken', {
        verdict: 'broken',
        tier: 'staging',
        score: 20,
      }),
      cluster('prod-broken-high', {
        verdict: 'broken',
        severity: 'high',
        score: 20,
      }),
      cluster('prod-broken-55', { verdict: 'broken', score: 55 }),
      cluster('prod-broken-20-b', { verdict: 'broken', score: 20 }),
      cluster('prod-broken-20-a', { verdict: 'broken', score: 20 }),
    ]),
  ).toEqual([
    'prod-broken-20-a',
    'prod-broken-20-b',
    'prod-broken-55',
    'prod-broken-high',
    'staging-broken',
    'dev-broken',
    'weak',
    'unseen',
    'never-assessed',
    'well',
  ]);
});

it('takes an assessment that does not say a headline as not visible, unless nothing limits it', () => {
  const limitedBy = cluster('x', { verdict: 'weak' }).headline;
  expect(
    namesOf([
      cluster('well'),
      cluster('earlier-version', { score: 20, limitedBy }),
      cluster('weak', { verdict: 'weak' }),
    ]),
  ).toEqual(['weak', 'earlier-version', 'well']);
});

it.each`
  order           | direction       | expected           | rule
  ${'name'}       | ${'descending'} | ${['c', 'b', 'a']} | ${'names backwards'}
  ${'score'}      | ${'ascending'}  | ${['c', 'b', 'a']} | ${'no score is less than any'}
  ${'broken'}     | ${'descending'} | ${['a', 'b', 'c']} | ${'the most causes'}
  ${'visibility'} | ${'ascending'}  | ${['b', 'a', 'c']} | ${'where nothing applies nothing is seen'}
  ${'observed'}   | ${'ascending'}  | ${['c', 'a', 'b']} | ${'never observed is longest ago'}
  ${'owner'}      | ${'ascending'}  | ${['b', 'a', 'c']} | ${'nobody is before everybody'}
  ${'tier'}       | ${'descending'} | ${['b', 'c', 'a']} | ${'the least important tier first'}
`('orders by $order $direction: $rule', ({ order, direction, expected }) => {
  const unknown = { unknown: 0, unknownCritical: 0 };
  const fleet = [
    cluster('a', {
      score: 90,
      tier: 'production',
      owner: 'group:default/a',
      observedAt: '2026-11-23T12:00:00.000Z',
      causes: { broken: 3, weak: 0, 'not-visible': 0 },
      coverage: { applicable: 64, known: 28, ...unknown },
    }),
    cluster('b', {
      score: 20,
      tier: 'development',
      observedAt: '2026-11-23T12:00:01.000Z',
      causes: { broken: 1, weak: 9, 'not-visible': 0 },
      coverage: { applicable: 0, known: 0, ...unknown },
    }),
    cluster('c', {
      score: null,
      tier: 'staging',
      owner: 'group:default/b',
      coverage: { applicable: 10, known: 10, ...unknown },
    }),
  ];
  expect(namesOf(fleet, order, direction)).toEqual(expected);
});

it('compares texts by code point, not by UTF-16 unit', () => {
  const owners = ['～', '😀', 'b', 'B', 'a-b', 'ab'];
  expect(
    namesOf(
      owners.map((owner, index) => cluster(`c-${index}`, { owner })),
      'owner',
    ),
  ).toEqual(['c-3', 'c-4', 'c-5', 'c-2', 'c-0', 'c-1']);
});

it('is a total order, whatever the clusters', () => {
  const any = fc
    .record({
      tier: fc.constantFrom(...tiers),
      score: fc.option(fc.constantFrom(0, 20, 100)),
      owner: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      observedAt: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
      verdict: fc.option(fc.constantFrom(...verdicts), { nil: undefined }),
      severity: fc.constantFrom(...severities),
      known: fc.nat(2),
      causes: fc.option(
        fc.nat(1).map(broken => ({ broken, weak: 0, 'not-visible': 0 })),
        { nil: undefined },
      ),
    })
    .map(({ known, ...parts }) => ({
      ...parts,
      coverage: { known, applicable: known, unknown: 0, unknownCritical: 0 },
    }));
  fc.assert(
    fc.property(
      fc.tuple(any, any, any),
      fc.constantFrom(...clusterOrders),
      fc.constantFrom(...directions),
      (parts, ...by) => {
        const order = fleetOrder(...by);
        const [a, b, c] = parts.map((part, index) =>
          cluster(`c-${index}`, part),
        );
        expect(order(a, a)).toBe(0);
        // No two clusters have the same place, and their places do not contradict each other.
        expect(Math.sign(order(a, b))).toBe(-Math.sign(order(b, a)));
        expect(order(a, b)).not.toBe(0);
        expect(order(a, b) < 0 && order(b, c) < 0 && order(c, a) < 0).toBe(
          false,
        );
      },
    ),
  );
});

it.each`
  known | applicable | visibility
  ${0}  | ${0}       | ${undefined}
  ${0}  | ${64}      | ${0}
  ${28} | ${64}      | ${4375}
  ${2}  | ${3}       | ${6666}
  ${64} | ${64}      | ${10_000}
`(
  'sees $known of $applicable as $visibility',
  ({ visibility, ...coverage }) => {
    expect(visibilityOf(coverage)).toBe(visibility);
  },
);
