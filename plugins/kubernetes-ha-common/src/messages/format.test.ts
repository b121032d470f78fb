/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bytes, count, duration, list, listZh, percent, round } from './format';

it.each`
  value            | text
  ${0}             | ${'0 B'}
  ${1023}          | ${'1023 B'}
  ${1024}          | ${'1 KiB'}
  ${2.1 * 2 ** 30} | ${'2.1 GiB'}
  ${8 * 2 ** 30}   | ${'8 GiB'}
  ${3 * 2 ** 50}   | ${'3072 TiB'}
`('bytes $text', ({ value, text }) => {
  expect(bytes(value)).toBe(text);
});

it.each`
  seconds  | en              | zh
  ${0.25}  | ${'0.25 s'}     | ${'0.25 秒'}
  ${1}     | ${'1 s'}        | ${'1 秒'}
  ${59.6}  | ${'1 min'}      | ${'1 分钟'}
  ${90}    | ${'1 min 30 s'} | ${'1 分钟 30 秒'}
  ${3600}  | ${'1 h'}        | ${'1 小时'}
  ${3601}  | ${'1 h'}        | ${'1 小时'}
  ${90000} | ${'1 d 1 h'}    | ${'1 天 1 小时'}
`('$seconds s is $en', ({ seconds, en, zh }) => {
  expect(duration(seconds)).toBe(en);
  expect(duration(seconds, 'zh')).toBe(zh);
});

it.each`
  ratio    | text
  ${0}     | ${'0 %'}
  ${0.015} | ${'1.5 %'}
  ${0.5}   | ${'50 %'}
  ${0.856} | ${'86 %'}
`('$ratio is $text', ({ ratio, text }) => {
  expect(percent(ratio)).toBe(text);
});

it.each`
  names                             | en                            | zh
  ${[]}                             | ${'none'}                     | ${'无'}
  ${['a']}                          | ${'a'}                        | ${'a'}
  ${['a', 'b']}                     | ${'a and b'}                  | ${'a、b'}
  ${['a', 'b', 'c', 'd', 'e']}      | ${'a, b, c, d and e'}         | ${'a、b、c、d、e'}
  ${['a', 'b', 'c', 'd', 'e', 'f']} | ${'a, b, c, d, e and 1 more'} | ${'a、b、c、d、e 等 6 个'}
`('lists $en', ({ names, en, zh }) => {
  expect(list(names)).toBe(en);
  expect(listZh(names)).toBe(zh);
});

it('counts in words, without trailing zeros', () => {
  expect(count(1, 'member')).toBe('1 member');
  expect(count(2, 'member')).toBe('2 members');
  expect(count(2, 'copy', 'copies')).toBe('2 copies');
  expect(round(2.5, 3)).toBe('2.5');
});
