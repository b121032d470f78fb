/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

/**
 * Monotonic counters read from a Prometheus text page, with the previous
 * reading beside them so that a rate can be told without memory of one's own.
 * Keys are `family` or `family{label="value",…}` with the labels that the
 * reader keeps, in alphabetical order.
 * @public
 */
export const counterSampleSchema = z.object({
  /** ISO 8601 UTC. */
  at: z.iso.datetime(),
  /** Start of the process (`process_start_time_seconds`), seconds since the epoch: another start means the counters began anew. */
  processStartSeconds: z.number().optional(),
  values: z.record(z.string(), z.number()),
});

/** See {@link counterSampleSchema}. @public */
export type CounterSample = z.infer<typeof counterSampleSchema>;

/** Two readings of the same counters: the newest, and the oldest of at most ten minutes before. @public */
export const countersSchema = z.object({
  latest: counterSampleSchema,
  earlier: counterSampleSchema.optional(),
});

/** See {@link countersSchema}. @public */
export type Counters = z.infer<typeof countersSchema>;
