/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

/** Kinds of schemas that hold no others. */
const leaves = [
  z.ZodString,
  z.ZodStringFormat,
  z.ZodNumber,
  z.ZodBoolean,
  z.ZodEnum,
  z.ZodLiteral,
] as const;

/** A schema and every schema inside it, each once. @internal */
export function schemaParts(
  schema: z.core.$ZodType,
  parts: Set<z.core.$ZodType> = new Set(),
): ReadonlySet<z.core.$ZodType> {
  if (parts.has(schema)) return parts;
  parts.add(schema);
  for (const inner of innerSchemas(schema)) schemaParts(inner, parts);
  return parts;
}

/** Errors: Error for a kind of schema that is not known here: what it holds would be overlooked. */
function innerSchemas(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape);
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodTuple) return schema.def.items;
  if (schema instanceof z.ZodUnion) return schema.options;
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return [schema.unwrap()];
  }
  if (leaves.some(leaf => schema instanceof leaf)) return [];
  throw new Error(
    `A schema of kind ${schema._zod.def.type} in a section. Expected: one of those that schemaParts.ts knows. Add it there.`,
  );
}
