/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { pack, packJson, unpackWithSize } from './packing';

/** Text that does not repeat. */
function textOf(length: number): string {
  let seed = 7;
  return Array.from({ length }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
}

const valueOf = (length: number) => [textOf(length), 'größe', textOf(length)];

it.each([0, 100, 8_000, 16_382, 16_384, 65_536, 200_000])(
  'gives back texts of %i characters, however they are packed',
  async length => {
    const packed = await pack(valueOf(length));
    const { value, jsonBytes } = await unpackWithSize(packed);
    expect(value).toEqual(valueOf(length));
    expect(jsonBytes).toBe(packed.jsonBytes);
  },
);

it.each([16_384, 65_536, 200_000])(
  'compresses in a window in which all of a text of %i characters lies',
  async length => {
    // What stands twice, at both ends, is written once.
    const { encoding, body, jsonBytes } = await pack(valueOf(length));
    expect(encoding).toBe('json+br');
    expect(body.length).toBeLessThan(jsonBytes * 0.45);
  },
);

it('packs a value and its JSON alike', async () => {
  const value = { name: textOf(20_000), list: [1, null, 'größe'] };
  expect(await packJson(JSON.stringify(value))).toEqual(await pack(value));
});
