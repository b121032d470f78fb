/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Lexer, parse } from 'yaml';
import { boundMessage, exceeded } from '../../bounds/exceeded';
import { InvalidDocumentError } from '../../protobuf/invalidDocument';
import { YAML_CHARACTERS, YAML_LEVELS } from './bounds';

/**
 * The check for a key that stands twice compares each key with all before it:
 * a ConfigMap of 477 KiB took 8.6 s. The last one counts, as in Go's decoder
 * where it is not strict. Aliases, which multiply, are used by none of these,
 * nor are maps as keys, which are written as text once for each level of them:
 * 500 bytes took a second.
 */
const YAML = {
  uniqueKeys: false,
  maxAliasCount: 0,
  stringKeys: true,
  logLevel: 'error',
} as const;

/** What the lexer writes before a scalar. */
const SCALAR = '\u001f';

/**
 * Parses the document under a key of a ConfigMap. Errors: InvalidDocumentError;
 * `ConnectionError` with `too-large` or `too-many` beyond a bound.
 */
export function parseYaml(key: string, document: string): unknown {
  if (document.length > YAML_CHARACTERS) {
    throw exceeded(
      'too-large',
      boundMessage('bound.config-map-document', {
        key,
        observed: document.length,
        bound: YAML_CHARACTERS,
        unit: 'characters',
      }),
    );
  }
  if (isDeeper(document, YAML_LEVELS)) {
    throw exceeded(
      'too-many',
      boundMessage('bound.config-map-document', {
        key,
        observed: 'more',
        bound: YAML_LEVELS,
        unit: 'levels',
      }),
    );
  }
  try {
    return parse(document, YAML);
  } catch (error) {
    // Not the parser's own sentence: it quotes the document.
    throw new InvalidDocumentError(`${key} is not valid YAML`, {
      cause: error,
    });
  }
}

/**
 * Whether indentation, items that begin in one line, and open brackets add up
 * to more: the parser goes through the blank lines of a level once more for
 * each level around it.
 */
function isDeeper(document: string, levels: number): boolean {
  let open = 0;
  let inLine = 0;
  let lineBegins = true;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(document)) {
    if (isScalar) {
      isScalar = false;
      continue;
    }
    if (lexeme === '\n' || lexeme === '\r\n') {
      inLine = 0;
      lineBegins = true;
      continue;
    }
    if (lexeme === SCALAR) isScalar = true;
    else if (lexeme === '-' || lexeme === '?') inLine += 1;
    else if (lexeme === '[' || lexeme === '{') open += 1;
    else if (lexeme === ']' || lexeme === '}') open -= 1;
    else if (lineBegins && /^ +$/.test(lexeme)) inLine += lexeme.length;
    lineBegins = false;
    if (inLine + open > levels) return true;
  }
  return false;
}
