/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import {
  KubernetesEncoder,
  KubernetesJson,
} from '../../src/signals/inventory/__testUtils__/kubernetesEncoder';
import { syntheticNode } from './syntheticNode';
import { syntheticPod } from './syntheticPod';

/** How the synthetic API server writes its answers. */
export type PageForm = 'protobuf' | 'json';

/** A cluster of this size. */
export interface ClusterSize {
  pods: number;
  nodes: number;
}

/** The largest page a client asks for here. */
export const PAGE_SIZE = 500;

/** All pages of one list, ready to send; the continue token is the index of the next page. */
export type Pages = readonly Buffer[];

/** Encodes both lists once; takes about a minute for 150,000 pods. */
export function encodePages(
  form: PageForm,
  { pods, nodes }: ClusterSize,
): Record<'pods' | 'nodes', Pages> {
  const write = writerOf(form);
  return {
    pods: paged(pods, index => syntheticPod(index, nodes), 'PodList', write),
    nodes: paged(nodes, syntheticNode, 'NodeList', write),
  };
}

type Write = (kind: string, list: KubernetesJson) => Buffer;

function writerOf(form: PageForm): Write {
  if (form === 'json') {
    return (kind, list) =>
      Buffer.from(JSON.stringify({ kind, apiVersion: 'v1', ...list }));
  }
  const encoder = new KubernetesEncoder(join(__dirname, '../proto'));
  return (kind, list) => encoder.encode(`full.${kind}`, 'v1', list);
}

function paged(
  total: number,
  make: (index: number) => KubernetesJson,
  kind: string,
  write: Write,
): Pages {
  const pages: Buffer[] = [];
  for (let start = 0; start < total; start += PAGE_SIZE) {
    const length = Math.min(PAGE_SIZE, total - start);
    const remaining = total - start - length;
    const items = Array.from({ length }, (_, index) => make(start + index));
    const metadata = {
      resourceVersion: '4242',
      ...(remaining > 0
        ? { continue: String(pages.length + 1), remainingItemCount: remaining }
        : {}),
    };
    pages.push(write(kind, { metadata, items }));
  }
  return pages;
}
