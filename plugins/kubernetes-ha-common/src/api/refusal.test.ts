/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError, NotFoundError } from '@backstage/errors';
import { message, say } from '../messages/message';
import { allRefusals, parameterRefusal, refusal, whyOf } from './refusal';

it('carries its reason as data beside the English sentence', () => {
  const why = message('error.not-assessed', { cluster: 'pay-eu' });
  const error = refusal(NotFoundError, why);
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toMatchObject({ name: 'NotFoundError', message: say(why) });
  expect(Object.keys(error)).toContain('why');
  expect(whyOf(error)).toEqual(why);
});

it.each([
  new InputError('of somebody else'),
  Object.assign(new Error('x'), { why: 'because' }),
  undefined,
  null,
  'text',
])('gives no reason for %p, which has none', error => {
  expect(whyOf(error)).toBeUndefined();
});

describe('the refusal of parameters', () => {
  const expected = message('expected.number', { min: 1, max: 500 });
  const refused = (value: string) => parameterRefusal('limit', value, expected);

  it.each`
    language | sentence
    ${'en'}  | ${'limit is "x". Expected a whole number from 1 to 500. Correct or remove it.'}
    ${'zh'}  | ${'limit 为 "x"。期望：1 至 500 的整数。请更正或删除该参数。'}
  `(
    'says in $language what was found and expected',
    ({ language, sentence }) => {
      expect(say(refused('x'), language)).toBe(sentence);
    },
  );

  it('repeats the beginning of a value, with nothing invisible in it', () => {
    const said = say(refused(`\u0000${'x'.repeat(5000)}`));
    expect(said).toContain('"\\u0000xxx');
    expect(said.length).toBeLessThan(200);
  });

  it('says several, and of hundreds the first', () => {
    expect(allRefusals([])).toBeUndefined();
    const all = allRefusals(
      Array.from({ length: 900 }, (_, i) => refused(`${i}`)),
    );
    expect(say(all!, 'zh').match(/limit 为/g)).toHaveLength(5);
    expect(say(all!)).toContain('limit is "4"');
  });
});
