/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import { wordTimeByGrade } from './wordTimeByGrade';

const words: Record<string, string> = {
  'history.ungraded': 'no grade',
  'history.notAssessed': 'not assessed',
};
const wording = {
  t: (key: string) => words[key],
  duration: (seconds: number) => duration(seconds, 'en'),
} as unknown as Wording;

it.each`
  byGrade                  | notAssessed | words                                | rule
  ${{ A: 920, D: 50 }}     | ${30}       | ${'A 92 %, D 5 %, not assessed 3 %'} | ${'shares, the best grade first'}
  ${{ A: 604560, F: 240 }} | ${0}        | ${'A 99.9 %, F 4 min'}               | ${'four minutes of a week, which are less than a per cent, and leave no whole'}
  ${{ A: 100 }}            | ${0}        | ${'A 100 %'}                         | ${'all of it'}
  ${{ none: 50, C: 50 }}   | ${0}        | ${'C 50 %, no grade 50 %'}           | ${'time without a grade'}
  ${{}}                    | ${0}        | ${''}                                | ${'nothing for no time'}
`('$rule', ({ byGrade, notAssessed, words: expected }) => {
  expect(
    wordTimeByGrade({ byGrade, notAssessed, beforeFirst: 1000 }, wording),
  ).toBe(expected);
});
