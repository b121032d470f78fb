/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { z } from 'zod/v4';
import type { Steps } from '../../steps';

/** What is to be known of a section. @public */
export interface SectionDefinition<T extends z.ZodType = z.ZodType> {
  schema: T;
  /**
   * Whether an observed value holds an answer of the cluster. Given by sections
   * that record a failure as an observation (the probes of each instance): they
   * are observed without anybody having answered.
   */
  isAnswer?(value: z.infer<T>): boolean;
  /** How the value is stored, where its JSON is too long. */
  storage?: {
    pack(value: z.infer<T>): Steps<unknown>;
    unpack(stored: unknown): Steps<z.infer<T>>;
  };
}

/** A section with this schema. @public */
export function section<T extends z.ZodType>(
  schema: T,
  rest: Omit<SectionDefinition<T>, 'schema'> = {},
): SectionDefinition<T> {
  return { schema, ...rest };
}
