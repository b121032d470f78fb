/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';

/** Repeated so often, a piece makes what is large or deep. */
const MOST_REPEATS = 2_000;
/** So deep that what is not linear in it shows, and not so deep that a stack ends. */
const MOST_LEVELS = 250;

/**
 * Bytes as a broken or hostile server might send them in place of real ones:
 * some changed, the end cut off, a part doubled many times, a bracket, quote
 * or separator repeated into any depth, or nested and closed again.
 */
export function mutated(original: Buffer): fc.Arbitrary<Buffer> {
  return fc
    .array(mutation(original.length), { minLength: 1, maxLength: 4 })
    .map(changes =>
      changes.reduce((bytes, change) => change(bytes), Buffer.from(original)),
    );
}

type Mutation = (bytes: Buffer) => Buffer;

function mutation(length: number): fc.Arbitrary<Mutation> {
  const place = fc.nat(length);
  return fc.oneof(
    fc.tuple(place, fc.nat(255)).map(([at, value]): Mutation => {
      return bytes => {
        const changed = Buffer.from(bytes);
        if (at < changed.length) changed[at] = value;
        return changed;
      };
    }),
    place.map(
      (end): Mutation =>
        bytes =>
          bytes.subarray(0, end),
    ),
    fc
      .tuple(place, fc.nat(64), fc.nat(MOST_REPEATS))
      .map(([at, size, times]): Mutation => {
        return bytes =>
          inserted(bytes, at, bytes.subarray(at, at + size), times);
      }),
    fc
      .tuple(
        place,
        fc.constantFrom('[', '{"a":', '"', ',', '\n', '\\', '{', '- ', '\0'),
        fc.nat(MOST_REPEATS),
      )
      .map(([at, piece, times]): Mutation => {
        return bytes => inserted(bytes, at, Buffer.from(piece), times);
      }),
    fc
      .tuple(
        place,
        fc.constantFrom(['[', ']'], ['{', '}'], ['{"a":', '}'], ['? ', '']),
        fc.nat(MOST_LEVELS),
      )
      .map(([at, [open, close], levels]): Mutation => {
        const nest = `${open.repeat(levels)}a${close.repeat(levels)}`;
        return bytes => inserted(bytes, at, Buffer.from(nest), 1);
      }),
  );
}

function inserted(
  bytes: Buffer,
  at: number,
  piece: Buffer,
  times: number,
): Buffer {
  return Buffer.concat([
    bytes.subarray(0, at),
    ...Array.from({ length: times }, () => piece),
    bytes.subarray(at),
  ]);
}
