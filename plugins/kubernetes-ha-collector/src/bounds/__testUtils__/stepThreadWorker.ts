/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parentPort } from 'node:worker_threads';
import { DocumentReader, documentReaders } from './documentReaders';
import { growingReaders, quadratic } from './growingReaders';
import { outcomeOf } from './outcomeOf';
import { StepCounter } from './StepCounter';

/** Whose steps are counted: of reading a document, or what comes in any size. */
export type Counted =
  | { document: Uint8Array; reader: DocumentReader }
  | { growing: string; size: number };

const growing = new Map([...growingReaders, ['quadratic', quadratic] as const]);
// Before anything is read: what ran earlier is not counted.
const steps = new StepCounter();

parentPort?.on('message', async (counted: Counted) => {
  parentPort?.postMessage(await steps.count(workOf(counted)));
});

function workOf(counted: Counted): () => unknown {
  if ('document' in counted) {
    const body = Buffer.from(counted.document);
    const read = documentReaders[counted.reader];
    return () => outcomeOf(() => read(body));
  }
  const readerOf = growing.get(counted.growing);
  if (!readerOf) throw new Error(`nothing reads ${counted.growing}`);
  return readerOf(counted.size);
}
