/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { oneLine } from '../refusals/oneLine';
import { nearestName } from './nearestName';
import { childOf, validKeys } from './validKeys';

/** Where something is in the configuration: `kubernetesHa.clusters[2].etcd.caFile`. */
export function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    'kubernetesHa',
  );
}

/** Keys whose values never go into a message. */
const secretKeys = ['token', 'password', 'caData'];

/**
 * Text from the configuration as it may stand in a message: in one line, cut
 * when it is long, and without the credentials that people put into addresses
 * (which is often the very reason of the refusal) or in place of a file.
 */
export function quoted(text: string): string {
  // A password may hold anything, also what ends an address: all before the last @ goes.
  const withoutUser = text
    .replace(/^(\w[\w+.-]*:\/\/).*@/s, '$1***@')
    .replace(/^[^/:]*:(?!\/\/).*@/s, '***@')
    // And the query of an address may be a key to what is behind it.
    .replace(/^(\w[\w+.-]*:\/\/[^?#]*)[?#].*$/s, '$1?…');
  return JSON.stringify(oneLine(withoutUser));
}

/** One problem as a sentence: where, what was found, what is allowed, what to do. */
export function sentence(parts: {
  key: string;
  found: string;
  allowed: string;
  remedy: string;
}): string {
  return `${parts.key}: found ${parts.found}. Allowed: ${parts.allowed}. ${parts.remedy}`;
}

/** The sentences for everything that a schema refused in `value`. */
export function sentencesOf(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): string[] {
  return issues.flatMap(issue => {
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      return unionSentences(schema, value, issue);
    }
    if (issue.code === 'unrecognized_keys') {
      return unknownKeySentences(schema, value, issue);
    }
    return [refusalSentence(value, issue)];
  });
}

function unknownKeySentences(
  schema: z.core.$ZodType,
  value: unknown,
  issue: z.core.$ZodIssueUnrecognizedKeys,
): string[] {
  const valid = validKeys(schema, issue.path, value);
  return issue.keys.map(name => {
    const nearest = nearestName(name, valid);
    return sentence({
      key: keyOf([...issue.path, name]),
      found: 'an unknown key',
      allowed: valid.join(', '),
      remedy: nearest
        ? `Did you mean "${nearest}"? Rename the key, or remove it.`
        : 'Remove the key.',
    });
  });
}

/** The branch of the union that got furthest tells what is wrong; when none did, all that is allowed is listed. */
function unionSentences(
  schema: z.core.$ZodType,
  value: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
): string[] {
  const absolute = issue.errors.map(branch =>
    branch.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const started = absolute.find(branch =>
    branch.some(
      inner =>
        inner.path.length > issue.path.length ||
        inner.code === 'unrecognized_keys',
    ),
  );
  if (started) return sentencesOf(schema, value, started);
  const allowed = absolute.map(branch => allowedBy(branch[0])).join(', or ');
  return [
    sentence({
      key: keyOf(issue.path),
      found: foundAt(value, issue.path),
      allowed,
      remedy: 'Change the value, or remove the key.',
    }),
  ];
}

function refusalSentence(value: unknown, issue: z.core.$ZodIssue): string {
  const missing = valueAt(value, issue.path) === undefined;
  return sentence({
    key: keyOf(issue.path),
    found: foundAt(value, issue.path),
    allowed: allowedBy(issue),
    remedy: missing ? 'Add the key.' : 'Change the value.',
  });
}

const typeNames: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
  boolean: 'true or false',
};

function allowedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(value => String(value)).join(', ');
    case 'too_small':
      return issue.origin === 'string'
        ? 'text that is not empty'
        : `at least ${issue.minimum}${
            issue.origin === 'array' ? ' entry' : ''
          }`;
    case 'too_big':
      return issue.origin === 'string'
        ? `text of at most ${issue.maximum} characters`
        : `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(childOf, value);
}

function foundAt(value: unknown, path: readonly PropertyKey[]): string {
  const found = valueAt(value, path);
  if (found === undefined) return 'nothing';
  if (secretKeys.includes(String(path[path.length - 1]))) {
    return 'a value that is not shown because it is a secret';
  }
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object' && found !== null) return 'a block of keys';
  return typeof found === 'string' ? quoted(found) : JSON.stringify(found);
}
