/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import protobuf from 'protobufjs';

/** Object in its JSON form, as an API server sends it. */
export type KubernetesJson = { readonly [key: string]: unknown };

/**
 * Writes objects as a Kubernetes API server does in protobuf, from their JSON
 * form and .proto files; fields that these do not know are left out. An
 * implementation of its own (protobufjs), to hold the readers against.
 */
export class KubernetesEncoder {
  readonly #root = new protobuf.Root();

  /** All .proto files of the folder. */
  constructor(folder: string) {
    this.#root.resolvePath = (_origin, target) =>
      join(folder, basename(target));
    const files = readdirSync(folder).filter(name => name.endsWith('.proto'));
    this.#root.loadSync(files, { keepCase: true });
    this.#root.resolveAll();
  }

  /** The whole answer: `k8s\0`, the envelope, the object. `type` is a full message name. */
  encode(type: string, apiVersion: string, object: KubernetesJson): Buffer {
    const kind = type.slice(type.lastIndexOf('.') + 1);
    return envelope(kind, apiVersion, this.message(type, object));
  }

  /** The object alone. */
  message(type: string, object: KubernetesJson): Buffer {
    const message = this.#root.lookupType(type);
    return Buffer.from(message.encode(toMessage(message, object)).finish());
  }
}

/** Puts an encoded object into what an API server wraps it in. */
export function envelope(
  kind: string,
  apiVersion: string,
  raw: Buffer,
): Buffer {
  const head = protobuf.Writer.create()
    .uint32(10)
    .fork()
    .uint32(10)
    .string(apiVersion)
    .uint32(18)
    .string(kind)
    .ldelim()
    .uint32(18)
    .uint32(raw.length)
    .finish();
  // Go writes the content encoding and the content type, both empty, as well.
  const tail = Buffer.from([26, 0, 34, 0]);
  return Buffer.concat([Buffer.from('k8s\0', 'latin1'), head, raw, tail]);
}

/** Go embeds these: in JSON their fields stand beside the others. */
const embedded: ReadonlySet<string> = new Set([
  'volumeSource',
  'handler',
  'localObjectReference',
  'rule',
]);

type Plain = Record<string, unknown>;

function toMessage(type: protobuf.Type, json: unknown): Plain {
  switch (type.name) {
    case 'Quantity':
      return { string: String(json) };
    case 'Time':
      return { seconds: Math.floor(Date.parse(String(json)) / 1000), nanos: 0 };
    case 'MicroTime':
      return microTime(String(json));
    case 'IntOrString':
      return typeof json === 'number'
        ? { type: 0, intVal: json, strVal: '' }
        : { type: 1, intVal: 0, strVal: json };
    case 'FieldsV1':
      return { Raw: Buffer.from(JSON.stringify(json)) };
    default:
      return objectToMessage(type, json);
  }
}

/** RFC 3339 with six decimals. */
function microTime(text: string): Plain {
  const [, micros = '0'] = /\.(\d{6})/.exec(text) ?? [];
  return {
    seconds: Math.floor(Date.parse(text) / 1000),
    nanos: Number(micros) * 1000,
  };
}

function objectToMessage(type: protobuf.Type, json: unknown): Plain {
  const message: Plain = {};
  if (typeof json !== 'object' || json === null) return message;
  const source = new Map(Object.entries(json));
  for (const field of type.fieldsArray) {
    const value = embedded.has(field.name)
      ? json
      : source.get(jsonNameOf(field));
    if (value !== undefined && value !== null) {
      message[field.name] = toField(field, value);
    }
  }
  return message;
}

function jsonNameOf(field: protobuf.Field): string {
  const name: unknown = field.options?.json_name;
  return typeof name === 'string' ? name : field.name;
}

function toField(field: protobuf.Field, value: unknown): unknown {
  const { resolvedType } = field;
  const one = (entry: unknown) =>
    resolvedType instanceof protobuf.Type
      ? toMessage(resolvedType, entry)
      : entry;
  if (field.map && typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, one(entry)]),
    );
  }
  return Array.isArray(value) ? value.map(one) : one(value);
}
