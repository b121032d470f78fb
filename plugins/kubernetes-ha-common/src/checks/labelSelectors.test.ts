/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  isOptIn,
  meets,
  requirementsOf,
  requirementText,
} from './labelSelectors';

it.each`
  operator          | values        | labels            | met      | optIn    | text
  ${'In'}           | ${['a']}      | ${{ k: 'a' }}     | ${true}  | ${true}  | ${'k=a'}
  ${'In'}           | ${['a', 'b']} | ${{ k: 'c' }}     | ${false} | ${true}  | ${'k in (a, b)'}
  ${'In'}           | ${['a']}      | ${{}}             | ${false} | ${true}  | ${'k=a'}
  ${'NotIn'}        | ${['a']}      | ${{ k: 'a' }}     | ${false} | ${false} | ${'k notin (a)'}
  ${'NotIn'}        | ${['a']}      | ${{}}             | ${true}  | ${false} | ${'k notin (a)'}
  ${'Exists'}       | ${undefined}  | ${{ k: '' }}      | ${true}  | ${true}  | ${'k'}
  ${'Exists'}       | ${undefined}  | ${{ other: 'a' }} | ${false} | ${true}  | ${'k'}
  ${'DoesNotExist'} | ${undefined}  | ${{}}             | ${true}  | ${false} | ${'!k'}
  ${'DoesNotExist'} | ${undefined}  | ${{ k: 'a' }}     | ${false} | ${false} | ${'!k'}
  ${'Later'}        | ${['a']}      | ${{ k: 'a' }}     | ${false} | ${true}  | ${'k Later (a)'}
`(
  '$text: $met for $labels',
  ({ operator, values, labels, met, optIn, text }) => {
    const requirement = { key: 'k', operator, values };
    expect(meets(requirement, labels)).toBe(met);
    expect(isOptIn(requirement)).toBe(optIn);
    expect(requirementText(requirement)).toBe(text);
  },
);

it('does not take a property of every object for a label', () => {
  expect(meets({ key: 'constructor', operator: 'Exists' }, {})).toBe(false);
});

it('has the conditions of labels and of expressions, and none for everything', () => {
  expect(
    requirementsOf({
      matchLabels: { a: 'b' },
      matchExpressions: [{ key: 'c', operator: 'Exists' }],
    }).map(requirementText),
  ).toEqual(['a=b', 'c']);
  expect(requirementsOf({})).toEqual([]);
  expect(requirementsOf(undefined)).toEqual([]);
});

it('cuts what a reader would not read', () => {
  const values = Array.from({ length: 5000 }, (_, i) => `value-${i}`);
  const text = requirementText({ key: 'k', operator: 'In', values });
  expect(text).toBe('k in (value-0, value-1, value-2, value-3, value-4, …)');
  const long = requirementText({ key: 'k'.repeat(300), operator: 'Exists' });
  expect(long.length).toBeLessThan(130);
});
