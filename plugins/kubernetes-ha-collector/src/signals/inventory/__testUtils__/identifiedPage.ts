/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { InventoryList } from '../lists';
import { envelope, KubernetesEncoder } from './kubernetesEncoder';
import { messagePackages } from './messagePackages';

/** An object of a list with what tells it apart, which the messages of this package leave out. */
export interface IdentifiedObject {
  object: object;
  uid?: string;
  resourceVersion?: string;
}

const METADATA = 10;
const ITEM = 18;
const UID = 42;
const RESOURCE_VERSION = 50;

/** A protobuf page as an API server writes it, `uid` and `resourceVersion` of each object included. */
export function identifiedPage(
  encoder: KubernetesEncoder,
  list: InventoryList,
  metadata: { resourceVersion?: string; continue?: string },
  objects: readonly IdentifiedObject[],
): Buffer {
  const type = `${messagePackages[list.section]}.${list.kind}`;
  const items = objects.map(({ object, uid, resourceVersion }) => {
    const whole = encoder.message(type, { items: [object] });
    const [content] = fieldsOf(whole);
    const fields = fieldsOf(content.value);
    const own = fields.find(({ tag }) => tag === METADATA)?.value;
    const identity = Buffer.concat([
      own ?? Buffer.alloc(0),
      ...(uid === undefined ? [] : [field(UID, Buffer.from(uid))]),
      ...(resourceVersion === undefined
        ? []
        : [field(RESOURCE_VERSION, Buffer.from(resourceVersion))]),
    ]);
    return field(
      ITEM,
      Buffer.concat([
        field(METADATA, identity),
        ...fields
          .filter(({ tag }) => tag !== METADATA)
          .map(({ tag, value }) => field(tag, value)),
      ]),
    );
  });
  return envelope(
    list.kind,
    list.groupVersion,
    Buffer.concat([encoder.message(type, { metadata }), ...items]),
  );
}

/** The fields of a message that are all of a length: objects of Kubernetes have no others at their top. */
function fieldsOf(message: Buffer): { tag: number; value: Buffer }[] {
  const fields: { tag: number; value: Buffer }[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const length = varint();
    fields.push({ tag, value: message.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

function field(tag: number, value: Buffer): Buffer {
  const head = [tag];
  let length = value.length;
  for (; length >= 0x80; length = Math.floor(length / 128)) {
    head.push((length % 128) + 0x80);
  }
  return Buffer.concat([Buffer.from([...head, length]), value]);
}
