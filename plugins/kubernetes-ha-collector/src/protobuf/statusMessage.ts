/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { WireReader } from './wireReader';

/** What every protobuf answer of an API server begins with. Source: k8s.io/apimachinery pkg/runtime/serializer/protobuf */
export const magic = Buffer.from('k8s\0', 'latin1');

/** `Unknown.raw` and `Status.message`: field number × 8 + wire type 2. */
const rawTag = 18;
const messageTag = 26;

/** Whether these bytes say that they are protobuf; a proxy may have changed the `Content-Type`, not them. */
export function isProtobuf(body: Uint8Array): boolean {
  return magic.every((byte, index) => body[index] === byte);
}

/**
 * The sentence of a `Status` in protobuf, which is how an API server refuses
 * whoever asked for protobuf; undefined when there is none in it. Errors:
 * InvalidDocumentError for bytes that are no such document.
 */
export function statusMessage(body: Buffer): string | undefined {
  const reader = new WireReader();
  reader.open(body);
  reader.position = magic.length;
  while (reader.position < body.length) {
    const tag = reader.readTag();
    if (tag !== rawTag) {
      reader.skip(tag);
      continue;
    }
    const end = reader.enter();
    while (reader.position < end) {
      const field = reader.readTag();
      if (field === messageTag) return reader.readString();
      reader.skip(field);
    }
  }
  return undefined;
}
