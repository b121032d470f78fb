/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Message } from '../messages';
import type { UnknownReason } from '../snapshot/signal';
import type { Outcome } from './check';

/** Extra parts of an answer. @public */
export interface OutcomeParts {
  fix?: Message;
  /** What one more loss would do, as things stand now. */
  nextLoss?: Message;
  /** In place of the runbook of the check. */
  runbook?: string;
  subjects?: readonly string[];
}

/** It is as required. @public */
export function pass(observed: Message, required?: Message): Outcome {
  return { status: 'pass', observed, ...(required && { required }) };
}

/** It works and is weaker than it should be. @public */
export function warn(
  observed: Message,
  required: Message,
  parts: OutcomeParts = {},
): Outcome {
  return { status: 'warn', observed, required, ...parts };
}

/** It is not as required. @public */
export function fail(
  observed: Message,
  required: Message,
  parts: OutcomeParts = {},
): Outcome {
  return { status: 'fail', observed, required, ...parts };
}

/** It cannot be told; `reason` says why. @public */
export function unknown(
  reason: UnknownReason,
  observed: Message,
  required: Message,
  parts: OutcomeParts = {},
): Outcome {
  return { status: 'unknown', reason, observed, required, ...parts };
}

/** It does not concern this cluster; `observed` says why. @public */
export function notApplicable(observed: Message): Outcome {
  return { status: 'not-applicable', observed };
}
