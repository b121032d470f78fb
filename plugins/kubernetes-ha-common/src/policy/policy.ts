/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { severities } from '../checks/layers';

/**
 * What an operator may change about the judgement: thresholds by check and
 * name, and severities by check. Checked against the registry at start-up
 * (`validatePolicy`).
 * @public
 */
export const policySchema = z.strictObject({
  thresholds: z
    .record(z.string(), z.record(z.string(), z.number()))
    .default({}),
  severities: z.record(z.string(), z.enum(severities)).default({}),
});

/** See {@link policySchema}. @public */
export type Policy = z.infer<typeof policySchema>;

/** The product's own thresholds and severities. @public */
export const defaultPolicy: Policy = { thresholds: {}, severities: {} };
