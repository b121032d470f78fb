/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { checks } from '../checks/registry';
import { amount } from './amount';
import { languages } from './languages';

it.each`
  value   | unit               | en                   | zh
  ${2048} | ${'bytes'}         | ${'2 KiB'}           | ${'2 KiB'}
  ${0.25} | ${'ratio'}         | ${'25 %'}            | ${'25 %'}
  ${90}   | ${'s'}             | ${'1 min 30 s'}      | ${'1 分钟 30 秒'}
  ${2}    | ${'d'}             | ${'2 d'}             | ${'2 天'}
  ${5}    | ${'ms'}            | ${'5 ms'}            | ${'5 毫秒'}
  ${1}    | ${'members'}       | ${'1 member'}        | ${'1 个成员'}
  ${3}    | ${'members'}       | ${'3 members'}       | ${'3 个成员'}
  ${1}    | ${'minor version'} | ${'1 minor version'} | ${'1 个次要版本'}
  ${7}    | ${'sheep'}         | ${'7 sheep'}         | ${'7 sheep'}
`('$value $unit is $en', ({ value, unit, en, zh }) => {
  expect(amount(value, unit)).toBe(en);
  expect(amount(value, unit, 'zh')).toBe(zh);
});

const units = new Set(
  checks.flatMap(({ thresholds }) =>
    Object.values(thresholds ?? {}).map(({ unit }) => unit),
  ),
);

it.each([...units])('a threshold in %s is worded in every language', unit => {
  for (const language of languages) {
    // Two of a unit that nobody worded stand as `2 <unit>` in Chinese too.
    const worded = amount(2, unit, language);
    expect(language === 'zh' && worded === `2 ${unit}`).toBe(false);
    expect(worded).not.toContain('{');
  }
});
