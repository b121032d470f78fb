/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InvalidDocumentError } from './invalidDocument';
import { magic } from './statusMessage';
import type { WireReader } from './wireReader';

/** What an API server answers to whoever reads both; JSON second, so that one which knows no protobuf is not asked twice. */
export const accepts = {
  protobuf: 'application/vnd.kubernetes.protobuf, application/json',
  json: 'application/json',
} as const;
/** See {@link accepts}. */
export type Form = keyof typeof accepts;

// `Unknown` and its `TypeMeta`: field number × 8 + wire type 2.
const typeMetaTag = 10;
const rawTag = 18;
const encodingTag = 26;
const apiVersionTag = 10;
const kindTag = 18;

/** It has four; whoever reads it on the main thread does so at once. */
const MOST_FIELDS = 100;

/**
 * Enters the object of a protobuf answer, on which the reader was opened, and
 * tells where it ends. Errors: {@link InvalidDocumentError}, also for another
 * kind than the one expected.
 * Source: k8s.io/apimachinery pkg/runtime/generated.proto `Unknown`
 */
export function enterObject(
  reader: WireReader,
  body: Buffer,
  expectedKind: string,
): number {
  reader.position = magic.length;
  let kind = '';
  let start = 0;
  let end = 0;
  for (let fields = 1; reader.position < body.length; fields++) {
    if (fields > MOST_FIELDS) {
      throw new InvalidDocumentError('a protobuf answer of too many fields');
    }
    const tag = reader.readTag();
    if (tag === typeMetaTag) {
      kind = readKind(reader, reader.enter());
    } else if (tag === rawTag) {
      end = reader.enter();
      start = reader.position;
      reader.position = end;
    } else if (tag === encodingTag && reader.readString() !== '') {
      throw new InvalidDocumentError('an encoded protobuf answer');
    } else if (tag !== encodingTag) {
      reader.skip(tag);
    }
  }
  checkKind(expectedKind, kind);
  // Nothing is not an empty list, which has metadata at least.
  if (start === 0)
    throw new InvalidDocumentError('a protobuf answer without an object');
  reader.position = start;
  return end;
}

function readKind(reader: WireReader, end: number): string {
  let kind = '';
  for (let fields = 1; reader.position < end; fields++) {
    if (fields > MOST_FIELDS) {
      throw new InvalidDocumentError('a kind of too many fields');
    }
    const tag = reader.readTag();
    if (tag === kindTag) kind = reader.readString();
    else if (tag === apiVersionTag) reader.readString();
    else reader.skip(tag);
  }
  return kind;
}

/** Errors: {@link InvalidDocumentError} for another kind than the one asked for. */
export function checkKind(expected: string, kind: string): void {
  if (kind === expected) return;
  throw new InvalidDocumentError(
    `${
      kind ? `a ${kind.slice(0, 60)}` : 'something'
    } where a ${expected} belongs`,
  );
}
