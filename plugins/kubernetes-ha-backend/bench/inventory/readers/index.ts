/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { BenchReader } from './reader';

/** All readers that are compared; each is loaded only where it is measured, so that none pays for another's memory. */
export const benchReaders = {
  inventory: {
    title: 'inventory source',
    load: async () => (await import('./inventory')).inventoryReader,
  },
  bareDecode: {
    title: '@bufbuild/protobuf, decode only',
    load: async () => (await import('./bareDecode')).bareDecode,
  },
  clientNode: {
    title: '@kubernetes/client-node, paged',
    load: async () => (await import('./clientNode')).clientNode,
  },
  idle: {
    title: 'nothing, for five seconds',
    load: async () => (await import('./idle')).idle,
  },
} satisfies Record<
  string,
  {
    /** As it stands in the table. */
    title: string;
    load(): Promise<BenchReader>;
  }
>;

export type BenchReaderName = keyof typeof benchReaders;
