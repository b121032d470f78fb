/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { mutated } from './__testUtils__/mutated';
import { documentAt, JSON_DEPTH, parseBoundedJson } from './boundedJson';
import { refusalOf } from '../__testUtils__/refusalOf';

const bound = { bytes: 10_000, tokens: 1_000 };
const parse = (text: string) =>
  parseBoundedJson(Buffer.from(text), bound, documentAt('/version'));

describe('parseBoundedJson', () => {
  it('parses what JSON.parse parses', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), text => {
        const wide = { bytes: 1_000_000, tokens: 1_000_000 };
        expect(
          parseBoundedJson(Buffer.from(text), wide, documentAt('x')),
        ).toEqual(JSON.parse(text));
      }),
    );
  });

  it('counts nothing inside of strings', () => {
    const text = '[{,:"\\'.repeat(600);
    expect(parse(JSON.stringify({ text }))).toEqual({ text });
  });

  it.each([
    [
      'bytes',
      `"${'x'.repeat(10_000)}"`,
      'too-large',
      '/version: 10002 bytes; the bound is 10000. Check',
    ],
    [
      'lists',
      `[${'[],'.repeat(1_000)}1]`,
      'too-many',
      '/version: more than 1000 values. Check',
    ],
    [
      'keys',
      `{${Array.from({ length: 600 }, (_, i) => `"${i}":1`).join()}}`,
      'too-many',
      'more than 1000 values',
    ],
    [
      'depth',
      '['.repeat(JSON_DEPTH + 1),
      'too-many',
      `${JSON_DEPTH + 1} levels of nesting; the bound is ${JSON_DEPTH}. Check`,
    ],
  ])(
    'refuses too many %s before it parses',
    async (_, text, reason, sentence) => {
      const parsing = jest.spyOn(JSON, 'parse');
      expect(await refusalOf(() => parse(text))).toMatchObject({
        reason,
        detail: expect.stringContaining(sentence),
      });
      expect(parsing).not.toHaveBeenCalled();
      parsing.mockRestore();
    },
  );

  it('reads or refuses any damaged document', () => {
    const version = Buffer.from('{"gitVersion":"v1.37.2","platform":"a"}');
    fc.assert(
      fc.property(mutated(version), body => {
        let outcome = 'read';
        try {
          parseBoundedJson(body, bound, documentAt('/version'));
        } catch (error) {
          outcome = error instanceof Error ? error.name : 'something';
        }
        expect(outcome).toMatch(/^(read|SyntaxError|ConnectionError)$/);
      }),
      { numRuns: 300 },
    );
  });
});
