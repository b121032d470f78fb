/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Beyond, Message } from 'backstage-plugin-kubernetes-ha-common';
import { boundMessage, exceeded } from './exceeded';

/** How large a JSON document may be that is parsed on the main thread. */
export interface JsonBound {
  bytes: number;
  /**
   * Commas, colons and opening brackets outside of strings: what parsing
   * costs. 16 KiB of `[[[[` cost more than a megabyte of one string.
   */
  tokens: number;
}

/** Deeper than any object of the API; a recursive reader stays far from its stack's end. */
export const JSON_DEPTH = 128;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Says of the document at a path that it is beyond its bound. */
export function documentAt(path: string): (beyond: Beyond) => Message {
  return beyond => boundMessage('bound.document', { ...beyond, path });
}

/**
 * Parses a document after one pass over its bytes that counts what parsing
 * would cost. `why` says of which document it is that it is beyond its bound.
 *
 * Errors: `ConnectionError` with `too-large` or `too-many`; SyntaxError for
 * what is no JSON.
 */
export function parseBoundedJson(
  body: Buffer,
  bound: JsonBound,
  why: (beyond: Beyond) => Message,
): unknown {
  if (body.length > bound.bytes) {
    throw exceeded(
      'too-large',
      why({ observed: body.length, bound: bound.bytes, unit: 'bytes' }),
    );
  }
  const size = sizeOf(body, bound.tokens);
  if (size.tokens > bound.tokens) {
    throw exceeded(
      'too-many',
      why({ observed: 'more', bound: bound.tokens, unit: 'values' }),
    );
  }
  if (size.depth > JSON_DEPTH) {
    throw exceeded(
      'too-many',
      why({ observed: size.depth, bound: JSON_DEPTH, unit: 'levels' }),
    );
  }
  return JSON.parse(body.toString('utf8'));
}

/** One step a byte; stops one beyond the limit. */
function sizeOf(
  bytes: Buffer,
  limit: number,
): { tokens: number; depth: number } {
  let tokens = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < bytes.length && tokens <= limit; at++) {
    switch (bytes[at]) {
      case QUOTE:
        at = endOfString(bytes, at + 1);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        tokens += 1;
        depth += 1;
        deepest = Math.max(deepest, depth);
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      case COMMA:
      case COLON:
        tokens += 1;
        break;
      default:
    }
  }
  return { tokens, depth: deepest };
}

/** Index of the closing quote, or the end. */
function endOfString(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== QUOTE) {
    at += bytes[at] === BACKSLASH ? 2 : 1;
  }
  return at;
}
