/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { SpentMemory } from './spentMemory';

const LARGE = 64 * 1024;

/** As a socket is read: memory of its own. */
function ownPiece(bytes = LARGE): Uint8Array {
  return new Uint8Array(new ArrayBuffer(bytes)).fill(7);
}

function isFreed({ buffer }: Uint8Array): boolean {
  return buffer.byteLength === 0;
}

it('frees a piece when the next one has come, and leaves the last', () => {
  const spent = new SpentMemory();
  const pieces = [ownPiece(), ownPiece(), ownPiece()];
  const freed = pieces.map(piece => {
    spent.add(piece);
    return pieces.map(isFreed);
  });
  expect(freed).toEqual([
    [false, false, false],
    [true, false, false],
    [true, true, false],
  ]);
});

it('frees no memory of which another part follows', () => {
  const spent = new SpentMemory();
  const both = ownPiece();
  const parts = [both.subarray(0, 50_000), both.subarray(50_010)];
  for (const part of parts) spent.add(part);
  expect(parts.map(isFreed)).toEqual([false, false]);
  spent.add(ownPiece());
  expect(parts.map(isFreed)).toEqual([true, true]);
});

it('frees nothing of the pool that small buffers share', () => {
  const spent = new SpentMemory();
  // The largest that come from a pool, so that several pools are begun.
  const bytes = (Buffer.poolSize >>> 1) - 1;
  const pooled = Array.from({ length: 8 }, (_, index) =>
    Buffer.from('abcdefgh'[index].repeat(bytes)),
  );
  expect(pooled[0].buffer.byteLength).toBe(Buffer.poolSize);
  for (const piece of pooled) spent.add(piece);
  expect(pooled.map(piece => piece.toString('utf8', bytes - 1))).toEqual([
    ...'abcdefgh',
  ]);
});

it('leaves small pieces to the garbage collector', () => {
  const spent = new SpentMemory();
  const pieces = [ownPiece(100), ownPiece()];
  for (const piece of pieces) spent.add(piece);
  expect(pieces.map(isFreed)).toEqual([false, false]);
});
