/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  absentReasons,
  describeChecks,
  Language,
  languages,
  say,
  severities,
  statuses,
  unknownReasons,
} from 'backstage-plugin-kubernetes-ha-common';
import { en } from './en';
import { wordAmount } from '../hooks/wordAmount';
import zh from './zh';

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

describe('translations', () => {
  const keys = Object.keys(en) as (keyof typeof en)[];

  it.each(keys)('"%s" has the same parameters in Chinese', key => {
    expect(zh[key]).not.toBe('');
    expect(new Set(placeholders(zh[key]))).toEqual(
      new Set(placeholders(en[key])),
    );
  });

  it('has no Chinese key that English lacks', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
  });
});

const labels: Record<Language, Record<string, string>> = { en, zh };

describe.each(languages)('labels in %s', language => {
  const shared: [key: string, code: string][] = [
    ...statuses.map((s): [string, string] => [`status.${s}`, `status.${s}`]),
    ...severities.map((s): [string, string] => [
      `severity.${s}`,
      `severity.${s}`,
    ]),
    ...unknownReasons.map((r): [string, string] => [
      `reason.${r}`,
      `reason.${r}`,
    ]),
    ...absentReasons.map((r): [string, string] => [
      `reason.${r}`,
      `absent.${r}`,
    ]),
  ];

  it.each(shared)('"%s" is the word of the sentences, %s', (key, code) => {
    expect(labels[language][key]).toBe(say({ code, params: {} }, language));
  });
});

it('has a Chinese word for the unit of every threshold', () => {
  const asked: string[] = [];
  const t = (key: string) => {
    asked.push(key);
    return 'worded';
  };
  const units = describeChecks().flatMap(({ thresholds }) =>
    Object.values(thresholds).map(({ unit }) => unit),
  );
  expect(
    units.filter(unit => wordAmount(2, unit, t as never, 'zh').includes(unit)),
  ).toEqual([]);
  const stems = Object.keys(zh).map(key => key.replace(/_(one|other)$/, ''));
  expect(stems).toEqual(expect.arrayContaining(asked));
});
