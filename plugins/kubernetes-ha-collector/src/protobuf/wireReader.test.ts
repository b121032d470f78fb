/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { WireReader } from './wireReader';

/** Strings as protobuf writes them: length, bytes. Lengths below 128. */
function written(strings: readonly string[]): Buffer {
  return Buffer.concat(
    strings.map(string => {
      const bytes = Buffer.from(string);
      return Buffer.concat([Buffer.from([bytes.length]), bytes]);
    }),
  );
}

function read(reader: WireReader, strings: readonly string[]): string[] {
  reader.open(written(strings));
  return strings.map(() => reader.readString());
}

describe('the cache of strings', () => {
  it('confuses no two strings, whatever their ends and lengths have in common', () => {
    const part = fc.constantFrom('', 'a', 'b', 'ä', 'web-', 'x'.repeat(20));
    const string = fc
      .tuple(part, part, fc.constantFrom('-same-end-of-all', 'z'))
      .map(parts => parts.join(''));
    const reader = new WireReader();
    fc.assert(
      fc.property(fc.array(string, { maxLength: 40 }), strings => {
        expect(read(reader, strings)).toEqual(strings);
      }),
    );
  });

  it('is not asked for strings beyond its length', () => {
    const reader = new WireReader();
    const long = ['a', 'b'].map(start => `${start}${'-'.repeat(100)}`);
    expect(read(reader, [...long, ...long])).toEqual([...long, ...long]);
  });
});
