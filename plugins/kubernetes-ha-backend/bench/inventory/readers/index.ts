/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bareDecode } from './bareDecode';
import { clientNode } from './clientNode';
import { inventoryReader } from './inventory';
import type { BenchReader } from './reader';

/** All readers that are compared, by the name a measuring process is told. */
export const benchReaders = {
  inventory: inventoryReader,
  bareDecode,
  clientNode,
} satisfies Record<string, BenchReader>;

export type BenchReaderName = keyof typeof benchReaders;
