/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

/**
 * The keys that the schema knows at a path of the given value, for a refusal
 * that names the nearest one. Empty where any key is allowed.
 */
export function validKeys(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): string[] {
  const here = unwrap(schema, value);
  if (path.length === 0) {
    return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
  }
  const [key, ...rest] = path;
  const below = childOf(value, key);
  if (here instanceof z.ZodArray) return validKeys(here.element, rest, below);
  if (here instanceof z.ZodObject) {
    const child: z.core.$ZodType | undefined = here.shape[String(key)];
    return child ? validKeys(child, rest, below) : [];
  }
  return [];
}

/** Takes off what does not change the keys, and chooses the branch of a union that the value means. */
function unwrap(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const chosen = schema.options.find(
      option =>
        option instanceof z.ZodObject &&
        z.safeParse(option.shape[discriminator], childOf(value, discriminator))
          .success,
    );
    return chosen ?? schema;
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.find(o => o instanceof z.ZodObject) ?? schema;
  }
  return schema;
}

/** The value under a key, or nothing when there is no such thing. */
export function childOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === String(key))?.[1];
}
