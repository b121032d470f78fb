/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { gradeOf } from './grade';

it.each`
  score   | grade
  ${100}  | ${'A'}
  ${90}   | ${'A'}
  ${89.9} | ${'B'}
  ${80}   | ${'B'}
  ${79.9} | ${'C'}
  ${70}   | ${'C'}
  ${69.9} | ${'D'}
  ${50}   | ${'D'}
  ${49.9} | ${'F'}
  ${0}    | ${'F'}
  ${null} | ${null}
`('$score is $grade', ({ score, grade }) => {
  expect(gradeOf(score)).toBe(grade);
});
