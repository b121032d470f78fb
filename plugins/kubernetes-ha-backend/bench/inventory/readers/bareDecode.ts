/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import {
  createFileRegistry,
  DescMessage,
  fromBinary,
} from '@bufbuild/protobuf';
import protobuf from 'protobufjs';
import { descriptorSetOf } from '../descriptorSet';
import { plainConnection } from '../plainConnection';
import type { BenchReader } from './reader';

const PROTO = join(
  __dirname,
  '../../../../kubernetes-ha-collector/proto/kubernetes',
);

/**
 * The yardstick: the same pages over the same endpoint, decoded whole by
 * @bufbuild/protobuf with the same trimmed schema, and thrown away. No
 * projection, no thread, nothing kept.
 */
export const bareDecode: BenchReader = {
  async prepare(url) {
    const registry = loadRegistry();
    const messageOf = (name: string): DescMessage => {
      const found = registry.getMessage(name);
      if (!found) throw new Error(`no message ${name}`);
      return found;
    };
    const unknown = messageOf('k8s.io.apimachinery.pkg.runtime.Unknown');
    const connection = plainConnection(url);
    const { signal } = new AbortController();
    const options = { readUnknownFields: false };
    const count = async (path: string, type: string) => {
      const list = messageOf(type);
      let objects = 0;
      let token = '';
      do {
        const { body } = await connection.api.request({
          path: `${path}?limit=500${token && `&continue=${token}`}`,
          accept: 'application/vnd.kubernetes.protobuf',
          signal,
        });
        const envelope = fromBinary(unknown, body.subarray(4), options);
        const raw = fieldOf(envelope, 'raw');
        if (!(raw instanceof Uint8Array)) throw new Error('no raw object');
        const page = fromBinary(list, raw, options);
        const items = fieldOf(page, 'items');
        objects += Array.isArray(items) ? items.length : 0;
        const metadata = fieldOf(page, 'metadata');
        token = String(fieldOf(metadata, 'continue') ?? '');
      } while (token);
      return objects;
    };
    return {
      read: async () => ({
        pods: await count('/api/v1/pods', 'k8s.io.api.core.v1.PodList'),
        nodes: await count('/api/v1/nodes', 'k8s.io.api.core.v1.NodeList'),
      }),
      close: () => connection.close(),
    };
  },
};

/** Messages of a registry made at run time have no static type. */
function fieldOf(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null
    ? Reflect.get(message, name)
    : undefined;
}

function loadRegistry() {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => join(PROTO, target);
  root.loadSync(['core_v1.proto', 'runtime.proto'], { keepCase: true });
  root.resolveAll();
  return createFileRegistry(descriptorSetOf(root));
}
