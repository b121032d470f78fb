/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InvalidDocumentError } from '../protobuf/invalidDocument';
import { isProtobuf, statusMessage } from '../protobuf/statusMessage';

/** Of an answer that is not 2xx, so much of its body is looked at for a message. */
const MESSAGE_BYTES = 64 * 1024;

/** The sentence that the body of a refusal carries: a Kubernetes `Status`, a Backstage error, or plain text. Nothing for what says nothing in one line. */
export function messageOfBody(body: Buffer): string | undefined {
  if (body.length === 0 || body.length > MESSAGE_BYTES) return undefined;
  if (isProtobuf(body)) return messageOfProtobuf(body);
  const text = body.toString('utf8');
  if (!text.startsWith('{')) {
    // HTML of a proxy tells nothing in one line.
    return /^\s*</.test(text) ? undefined : text;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return (
      stringAt(parsed, 'message') ??
      stringAt(valueAt(parsed, 'error'), 'message')
    );
  } catch {
    // Not JSON after all: the status alone is the answer.
    return undefined;
  }
}

function messageOfProtobuf(body: Buffer): string | undefined {
  try {
    return statusMessage(body);
  } catch (error) {
    // Of a refusal that cannot be read the status alone is the answer.
    if (error instanceof InvalidDocumentError) return undefined;
    throw error;
  }
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function stringAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
