/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { boundMessage, exceeded } from '../bounds/exceeded';
import { WireReader } from '../protobuf/wireReader';

/** How large a gRPC answer may be that is decoded on the main thread. */
export interface AnswerBound {
  bytes: number;
  /** Fields of the message itself: one a member, an alarm, an error. */
  entries: number;
}

const reader = new WireReader();

/**
 * Counts the entries of an answer without decoding them.
 * Errors: `ConnectionError` `too-many`; InvalidDocumentError for what is no message.
 */
export function checkEntries(
  answer: Buffer,
  { entries: bound }: AnswerBound,
  of: { endpoint: string; call: string },
): void {
  reader.open(answer);
  try {
    for (let entries = 1; reader.position < answer.length; entries++) {
      if (entries > bound) {
        throw exceeded(
          'too-many',
          boundMessage('bound.etcd-answer', {
            ...of,
            observed: 'more',
            bound,
            unit: 'entries',
          }),
        );
      }
      reader.skip(reader.readTag());
    }
  } finally {
    reader.close();
  }
}
