/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { absentReasons, unknownReasons } from '../snapshot/signal';
import { sectionNames } from '../snapshot/clusterSnapshot';
import { en } from './en';
import { languages } from './languages';
import { addMessages, message, say } from './message';
import { zh } from './zh';

const codes = Object.keys(en) as (keyof typeof en)[];

/**
 * A parameter that can stand for any: a list of names, a number, a text. The
 * real parameters are tried by the tests of the checks; here no sentence of
 * the catalogue may be missed.
 */
function anyParam(names: string[], amount: number): unknown {
  return Object.assign([...names], {
    toFixed: (digits: number) => amount.toFixed(digits),
    replace: () => names.join() || 'x',
    [Symbol.toPrimitive]: (hint: string) =>
      hint === 'number' ? amount : names.join() || 'x',
  });
}
/** Words of closed lists, of which a sentence may consist alone. */
const closed: Record<string, string> = { level: 'L4' };
const anyParams = (names: string[], amount: number) =>
  new Proxy(
    {},
    { get: (_, name) => closed[String(name)] ?? anyParam(names, amount) },
  );

const samples: [string, object][] = [
  ['many', anyParams(['a', 'b', 'c'], 12)],
  ['one', anyParams(['a'], 1)],
  ['none', anyParams([], 0)],
];

describe.each(samples)('with %s', (_, params) => {
  const words = (code: string, language: 'en' | 'zh') =>
    say({ code, params: params as never }, language);

  it.each(languages)('every code is a sentence in %s', language => {
    const wordless = codes.filter(code => {
      const sentence = words(code, language);
      return sentence.trim() === '' || sentence.includes('[object');
    });
    expect(wordless).toEqual([]);
  });

  it('every code is translated', () => {
    const untranslated = codes.filter(
      code =>
        // These only put their parameters together.
        code !== 'headline' &&
        code !== 'error.both' &&
        // Names of products.
        !/^platform\.(eks|gke|aks|openshift)$/.test(code) &&
        (words(code, 'zh') === words(code, 'en') ||
          !/[\u4e00-\u9fff]/.test(words(code, 'zh'))),
    );
    expect(untranslated).toEqual([]);
  });
});

it('has the same codes in every language', () => {
  expect(Object.keys(zh).sort()).toEqual([...codes].sort());
});

it.each([
  ...unknownReasons.map(reason => `reason.${reason}`),
  ...absentReasons.map(reason => `absent.${reason}`),
])('has a word for %s', code => {
  for (const language of languages) {
    expect(say({ code, params: {} }, language)).not.toContain(code);
  }
});

it.each(sectionNames.filter(name => /[A-Z]/.test(name)))(
  'has words for the section %s, not its name in the code',
  section => {
    for (const language of languages) {
      const sentence = say(
        message('section.required', { sections: [section] }),
        language,
      );
      expect(sentence).not.toContain(section);
    }
  },
);

it('shows a code that it does not know with its parameters', () => {
  expect(say({ code: 'other.check', params: { nodes: 3 } }, 'zh')).toBe(
    'other.check {"nodes":3}',
  );
});

it('takes the sentences of an adopter, and refuses a code that exists', () => {
  addMessages('en', {
    'my-check.observed': (p: { nodes: number }) => `${p.nodes} of mine`,
  });
  expect(say({ code: 'my-check.observed', params: { nodes: 2 } })).toBe(
    '2 of mine',
  );
  const again = () => addMessages('en', { 'my-check.observed': () => '' });
  expect(again).toThrow(/"my-check.observed" exists already in "en"/);
  expect(() => addMessages('zh', { 'status.pass': () => '' })).toThrow(
    /Rename it/,
  );
});

it.each(codes.filter(code => /^(detail|error|expected)\./.test(code)))(
  '%s uses the same parameters in every language',
  code => {
    const used = languages.map(language => {
      const names = new Set<string>();
      const params = new Proxy(
        {},
        {
          get: (_, name) => {
            names.add(String(name));
            return anyParam(['a'], 1);
          },
        },
      );
      say({ code, params: params as never }, language);
      return [...names].sort();
    });
    expect(used).toEqual(languages.map(() => used[0]));
  },
);

it('words a message inside a message in the language of the whole', () => {
  const nested = message('section.unknown', {
    section: 'etcd',
    reason: 'not-configured',
    detail: message('detail.etcd-not-configured', { cluster: 'pay-eu' }),
  });
  expect(say(nested)).toContain(
    'the configuration of pay-eu names no etcd members',
  );
  expect(say(nested, 'zh')).toContain('pay-eu 的配置中没有 etcd 成员');
  const quoted = message('section.unknown', {
    section: 'etcd',
    reason: 'refused',
    detail: 'connect ECONNREFUSED 192.0.2.1:2379',
  });
  expect(say(quoted, 'zh')).toContain('connect ECONNREFUSED 192.0.2.1:2379');
});

it('shows what the API worded of a code that it does not know', () => {
  const text = 'two of three sheep';
  expect(say({ code: 'sheep.observed', params: {}, text })).toBe(text);
});

it.each`
  language | readyz               | path
  ${'en'}  | ${'cp-b: timed out'} | ${'(timed out, no answer in 5 s)'}
  ${'zh'}  | ${'cp-b：超时'}      | ${'（超时, no answer in 5 s）'}
`(
  'words a reason inside a sentence in $language',
  ({ language, readyz, path }) => {
    const each = message('apiserver-readyz-each.observed', {
      ready: 2,
      instances: 3,
      least: 2,
      down: ['cp-b'],
      slipped: [],
      untold: [],
      answers: ['cp-b: timeout'],
    });
    expect(say(each, language)).toContain(readyz);
    const failing = message('lb-vip-reachable.failing', {
      url: 'https://192.0.2.1/readyz',
      failed: 3,
      attempts: 3,
      detail: 'timeout, no answer in 5 s',
      answering: 0,
      instances: 0,
    });
    expect(say(failing, language)).toContain(path);
  },
);
