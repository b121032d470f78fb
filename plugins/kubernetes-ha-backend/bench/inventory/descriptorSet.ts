/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { fromBinary } from '@bufbuild/protobuf';
import {
  DescriptorProto,
  FileDescriptorProto,
  FileDescriptorSet,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor';

/** What `toDescriptor` returns; protobufjs adds the method without a type. */
interface Describable {
  toDescriptor(edition: string): protobuf.Message;
}

function isDescribable(root: object): root is Describable {
  return 'toDescriptor' in root && typeof root.toDescriptor === 'function';
}

/** Parsed .proto files as the standard descriptors, for other implementations. */
export function descriptorSetOf(root: protobuf.Root): FileDescriptorSet {
  if (!isDescribable(root)) {
    throw new Error('protobufjs came without its descriptor extension');
  }
  const bytes = descriptor.FileDescriptorSet.encode(
    root.toDescriptor('proto2'),
  ).finish();
  const set = fromBinary(FileDescriptorSetSchema, bytes);
  const names = new Set(
    set.file.flatMap(file =>
      file.messageType.flatMap(type => namesOf(type, file.package)),
    ),
  );
  for (const file of set.file) {
    for (const type of file.messageType) {
      qualify(type, `${file.package}.${type.name}`, names);
    }
  }
  set.file = inOrder(set.file);
  return set;
}

/** Files after those whose types they use. */
function inOrder(files: readonly FileDescriptorProto[]): FileDescriptorProto[] {
  const ordered: FileDescriptorProto[] = [];
  const add = (file: FileDescriptorProto) => {
    if (ordered.includes(file)) return;
    for (const used of files) {
      if (used !== file && uses(file.messageType, used.package)) add(used);
    }
    ordered.push(file);
  };
  files.forEach(add);
  return ordered;
}

function uses(types: readonly DescriptorProto[], name: string): boolean {
  return types.some(
    type =>
      type.field.some(field => {
        const { typeName } = field;
        return typeName.slice(0, typeName.lastIndexOf('.')) === `.${name}`;
      }) || uses(type.nestedType, name),
  );
}

function namesOf(type: DescriptorProto, scope: string): string[] {
  const name = `${scope}.${type.name}`;
  return [name, ...type.nestedType.flatMap(nested => namesOf(nested, name))];
}

/** protobufjs writes the names of types relative to the message, others want them whole. */
function qualify(
  type: DescriptorProto,
  name: string,
  names: ReadonlySet<string>,
): void {
  for (const field of type.field) {
    if (field.typeName && !field.typeName.startsWith('.')) {
      field.typeName = `.${resolve(field.typeName, name, names)}`;
    }
  }
  for (const nested of type.nestedType) {
    qualify(nested, `${name}.${nested.name}`, names);
  }
}

function resolve(
  relative: string,
  from: string,
  names: ReadonlySet<string>,
): string {
  const scope = from.split('.');
  for (; scope.length > 0; scope.pop()) {
    const candidate = `${scope.join('.')}.${relative}`;
    if (names.has(candidate)) return candidate;
  }
  return relative;
}
