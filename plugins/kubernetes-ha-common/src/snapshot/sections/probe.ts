/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { connectionFailureSchema } from '../connectionFailure';
import { unknownReasons } from '../signal';

/**
 * One HTTP health question and what came back. `ok` is the status code alone
 * (2xx): the verbose text is evidence, not a machine contract.
 * Source: https://kubernetes.io/docs/reference/using-api/health-checks/
 * @public
 */
export const probeSchema = z.object({
  /** True for an answer with a 2xx status. */
  ok: z.boolean(),
  /** HTTP status; missing when there was no HTTP answer. */
  status: z.number().int().optional(),
  /** Why there was no answer, or why the answer says nothing about health (401, 403). */
  reason: z.enum(unknownReasons).optional(),
  /** One line of detail without secrets. */
  detail: z.string().optional(),
  /** What kept the connection from being made, where that is known more exactly. */
  failure: connectionFailureSchema.optional(),
  /** Time to the status line, in milliseconds. */
  latencyMs: z.number().nonnegative().optional(),
  /** Since when, over consecutive looks, the answer has not been ok. ISO 8601 UTC. */
  failingSince: z.iso.datetime().optional(),
  /** How many looks in a row were not ok, this one included; 0 when ok. */
  consecutiveFailures: z.number().int().nonnegative(),
});

/** See {@link probeSchema}. @public */
export type Probe = z.infer<typeof probeSchema>;
