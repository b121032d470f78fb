/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError, isError } from '@backstage/errors';
import {
  allRefusals,
  Message,
  message,
  parameterRefusal,
  refusal,
  whyOf,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ErrorRequestHandler } from 'express';
import { z } from 'zod/v4';

/** What openapi.yaml says of the value of a parameter: the keywords that it uses. */
const valueSchema = z.object({
  type: z.enum(['string', 'integer', 'array']),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  pattern: z.string().optional(),
  format: z.literal('date-time').optional(),
  maxItems: z.number().optional(),
  get items() {
    return valueSchema.optional();
  },
});
type ValueSchema = z.infer<typeof valueSchema>;

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean().default(false),
  schema: valueSchema,
});
const operationSchema = z.object({
  parameters: z.array(parameterSchema).default([]),
});
const pathsSchema = z.record(
  z.string(),
  z.partialRecord(z.enum(['get', 'post']), operationSchema),
);

interface Operation {
  method: string;
  path: RegExp;
  parameters: z.infer<typeof parameterSchema>[];
}

/**
 * Words for what the description of the API refuses: the validator behind the
 * router decides, in English and without the value that was sent; this
 * compares the parameters once more, and names each that is not as described.
 * What is no matter of a parameter is passed on.
 */
export function createRefusedRequest(document: unknown): ErrorRequestHandler {
  const operations = readOperations(document);
  return (error, req, _res, next) => {
    if (!isError(error) || error.name !== 'InputError' || whyOf(error)) {
      next(error);
      return;
    }
    const { pathname, searchParams } = new URL(req.url, 'http://localhost');
    const why = refusalOf(operations, req.method, pathname, searchParams);
    next(why ? refusal(InputError, why) : error);
  };
}

function readOperations(document: unknown): Operation[] {
  const { paths } = resolved(document, document) as { paths: unknown };
  return Object.entries(pathsSchema.parse(paths)).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters }]) => ({
      method: method.toUpperCase(),
      path: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
      parameters,
    })),
  );
}

function refusalOf(
  operations: readonly Operation[],
  method: string,
  pathname: string,
  query: URLSearchParams,
): Message | undefined {
  for (const operation of operations) {
    const found = operation.path.exec(pathname);
    if (found && operation.method === method) {
      return allRefusals(refusalsOf(operation, found.groups ?? {}, query));
    }
  }
  return undefined;
}

function refusalsOf(
  { parameters }: Operation,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
): Message[] {
  const inQuery = parameters.filter(parameter => parameter.in === 'query');
  const known = inQuery.map(({ name }) => name);
  const unknown = [...new Set(query.keys())].filter(
    name => !known.includes(name),
  );
  return [
    ...unknown.map(name =>
      message('error.parameter-unknown', {
        name: JSON.stringify(name.slice(0, 80)),
        known,
      }),
    ),
    ...parameters.flatMap(parameter => {
      const { name, schema } = parameter;
      const values =
        parameter.in === 'path' ? [decoded(path[name])] : query.getAll(name);
      const expected = expectedOf(schema);
      if (values.length === 0) {
        return parameter.required
          ? [message('error.parameter-missing', { name, expected })]
          : [];
      }
      const wrong = wrongValue(values, schema);
      return wrong === undefined
        ? []
        : [parameterRefusal(name, wrong, expected)];
    }),
  ];
}

/** The first value that is not as described; all of them where their number is not. */
function wrongValue(
  values: readonly string[],
  schema: ValueSchema,
): string | undefined {
  const most = schema.type === 'array' ? schema.maxItems ?? Infinity : 1;
  if (values.length > most) return values.join(', ');
  const each = schema.items ?? schema;
  return values.find(value => !fits(value, each));
}

/** RFC 3339 5.6, as the validator reads it. */
const dateTime =
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/i;

function fits(value: string, schema: ValueSchema): boolean {
  if (schema.enum) return schema.enum.includes(value);
  if (schema.type === 'integer') {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    const number = value.trim() === '' ? NaN : Number(value);
    return Number.isInteger(number) && number >= minimum && number <= maximum;
  }
  if (schema.format) {
    return dateTime.test(value) && !Number.isNaN(Date.parse(value));
  }
  const { minLength = 0, maxLength = Infinity, pattern = '' } = schema;
  return (
    value.length >= minLength &&
    value.length <= maxLength &&
    new RegExp(pattern, 'u').test(value)
  );
}

function expectedOf(schema: ValueSchema): Message {
  if (schema.type === 'array' && schema.items) {
    const each = expectedOf(schema.items);
    return schema.maxItems === undefined
      ? each
      : message('expected.list', { max: schema.maxItems, each });
  }
  if (schema.enum) {
    return message('expected.one-of', { values: schema.enum });
  }
  if (schema.type === 'integer') {
    return message('expected.number', {
      min: schema.minimum ?? 0,
      max: schema.maximum ?? Number.MAX_SAFE_INTEGER,
    });
  }
  if (schema.format) return message('expected.time');
  return message('expected.text', {
    pattern: schema.pattern ?? '.*',
    max: schema.maxLength ?? 64,
  });
}

/** What stands in a path; as it is where it is not encoded as it should be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The document with every reference replaced by what it refers to, as far as parameters go: schemas of answers refer to themselves. */
function resolved(node: unknown, document: unknown): unknown {
  if (Array.isArray(node)) return node.map(item => resolved(item, document));
  if (typeof node !== 'object' || node === null) return node;
  if ('$ref' in node && typeof node.$ref === 'string') {
    return resolved(referred(node.$ref, document), document);
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'responses' && key !== 'components')
      .map(([key, item]) => [key, resolved(item, document)]),
  );
}

function referred(reference: string, document: unknown): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown>)[key],
      document,
    );
}
