/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import { Check, defineCheck } from '../checks/check';
import { pass } from '../checks/outcome';
import { checks as registered } from '../checks/registry';
import { message } from '../messages';
import { validatePolicy } from './validatePolicy';

const passing = () =>
  pass(message('section.required', { sections: ['version'] }));
const base = {
  layer: 'apiserver',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['version'],
  runbook: 'RB-TEST',
  source: 'test',
  evaluate: passing,
} as const;

const age = { unit: 's', source: 'test' };
const checks: Check[] = [
  defineCheck({
    ...base,
    id: 'age',
    thresholds: {
      warnAgeSeconds: { value: 10, ...age },
      failAgeSeconds: { value: 60, ...age },
    },
  }),
  defineCheck({
    ...base,
    id: 'rest',
    thresholds: {
      restWarnDays: { value: 30, ...age },
      restFailDays: { value: 7, ...age },
    },
  }),
  defineCheck({ ...base, id: 'plain' }),
];

const refusal = (policy: unknown, key?: string): string => {
  try {
    validatePolicy(policy, { checks, key });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('Expected a refusal');
};

it('fills in what is left out', () => {
  expect(validatePolicy({}, { checks })).toEqual({
    thresholds: {},
    severities: {},
  });
});

it('takes what the checks know', () => {
  const policy = {
    thresholds: { age: { warnAgeSeconds: 20 }, rest: { restFailDays: 0 } },
    severities: { plain: 'low' },
  };
  expect(validatePolicy(policy, { checks })).toEqual(policy);
});

it.each`
  policy                                                   | says                                                                                                               | rule
  ${{ thresholds: { agee: { warnAgeSeconds: 1 } } }}       | ${'policy.thresholds.agee: there is no check "agee". Expected one of: age, plain, rest.'}                          | ${'an id that is no check'}
  ${{ severities: { nope: 'low' } }}                       | ${'policy.severities.nope: there is no check "nope". Expected one of: age, plain, rest.'}                          | ${'a severity for no check'}
  ${{ severities: { age: 'urgent' } }}                     | ${'policy.severities.age'}                                                                                         | ${'a severity that does not exist'}
  ${{ thresholds: { age: { maxAge: 1 } } }}                | ${'has no threshold "maxAge". Expected one of: warnAgeSeconds, failAgeSeconds.'}                                   | ${'a threshold that the check does not have'}
  ${{ thresholds: { plain: { any: 1 } } }}                 | ${'the check "plain" has no thresholds to set. Remove the key.'}                                                   | ${'a threshold for a check without any'}
  ${{ thresholds: { age: { warnAgeSeconds: Infinity } } }} | ${'policy.thresholds.age.warnAgeSeconds'}                                                                          | ${'a number that never comes'}
  ${{ thresholds: { age: { warnAgeSeconds: NaN } } }}      | ${'policy.thresholds.age.warnAgeSeconds'}                                                                          | ${'not a number'}
  ${{ thresholds: { age: { warnAgeSeconds: '20' } } }}     | ${'policy.thresholds.age.warnAgeSeconds'}                                                                          | ${'a number in quotes'}
  ${{ thresholds: { age: { warnAgeSeconds: -1 } } }}       | ${'policy.thresholds.age.warnAgeSeconds is -1. Expected: a finite number of at least 0, in s; the default is 10.'} | ${'a negative number'}
  ${{ thresholds: { age: { warnAgeSeconds: 61 } } }}       | ${'warnAgeSeconds is 61 s and failAgeSeconds is 60 s'}                                                             | ${'a warning after the failure, growing worse'}
  ${{ thresholds: { rest: { restWarnDays: 5 } } }}         | ${'Expected: restWarnDays at least restFailDays; the defaults are 30 and 7.'}                                      | ${'a warning after the failure, shrinking worse'}
  ${{ thresholds: { age: { failAgeSeconds: 5 } } }}        | ${'warnAgeSeconds is 10 s and failAgeSeconds is 5 s'}                                                              | ${'a failure bound moved before the default warning bound'}
  ${{ treshold: {} }}                                      | ${'treshold'}                                                                                                      | ${'a key that does not exist'}
  ${[]}                                                    | ${'policy: '}                                                                                                      | ${'no object'}
`('refuses $rule', ({ policy, says }) => {
  expect(refusal(policy, 'policy')).toContain(says);
});

it('allows the bounds to be equal: then it never warns', () => {
  expect(() =>
    validatePolicy({ thresholds: { age: { warnAgeSeconds: 60 } } }, { checks }),
  ).not.toThrow();
});

it('reports every problem at once, under the key of the configuration', () => {
  const said = refusal({
    thresholds: { nope: {}, age: { x: 1, y: 2 } },
    severities: { gone: 'low' },
  }).split('\n');
  expect(said).toHaveLength(4);
  expect(said.every(line => line.startsWith('kubernetesHa.policy.'))).toBe(
    true,
  );
});

it('finds no pair out of order among the defaults of the product', () => {
  const thresholds = Object.fromEntries(
    registered.map(({ id, thresholds: own = {} }) => [
      id,
      Object.fromEntries(
        Object.entries(own).map(([name, { value }]) => [name, value]),
      ),
    ]),
  );
  expect(validatePolicy({ thresholds }).thresholds).toEqual(thresholds);
});

describe('a threshold that was renamed', () => {
  const renamed: Check = defineCheck({
    ...base,
    id: 'renamed',
    thresholds: { failedProbes: { value: 2, ...age, formerly: 'failedLooks' } },
  });
  const validate = (numbers: Record<string, number>) => {
    const warnings: string[] = [];
    const { thresholds } = validatePolicy(
      { thresholds: { renamed: numbers } },
      { checks: [renamed], warn: sentence => warnings.push(sentence) },
    );
    return { numbers: thresholds.renamed, warnings };
  };

  it('is read under its older name, with a warning that says the new one', () => {
    expect(validate({ failedLooks: 3 })).toEqual({
      numbers: { failedProbes: 3 },
      warnings: [
        'kubernetesHa.policy.thresholds.renamed.failedLooks is deprecated. Rename it to failedProbes.',
      ],
    });
  });

  it('is read under its name of today without a word', () => {
    expect(validate({ failedProbes: 3 })).toEqual({
      numbers: { failedProbes: 3 },
      warnings: [],
    });
  });

  it('is refused under both names at once', () => {
    expect(() => validate({ failedLooks: 3, failedProbes: 4 })).toThrow(
      /has no threshold "failedLooks"/,
    );
  });
});

it.each(
  registered.flatMap(({ id, thresholds = {} }) =>
    Object.values(thresholds).flatMap(({ formerly }): [string, string][] =>
      formerly ? [[id, formerly]] : [],
    ),
  ),
)('%s is still read under %s', (id, formerly) => {
  const { thresholds } = validatePolicy({
    thresholds: { [id]: { [formerly]: 3 } },
  });
  expect(Object.values(thresholds[id])).toEqual([3]);
});
