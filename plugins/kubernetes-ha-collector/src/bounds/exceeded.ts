/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../contracts';

/** What a bound counts: bytes, items, or time. */
export type ExceededReason = 'too-large' | 'too-many' | 'too-slow';

/** How a read went beyond one of its bounds. */
export interface Exceeded {
  /** What is bounded, with its name: `ConfigMap kube-system/kubeadm-config`. */
  what: string;
  /** As far as it was read; a number of `unit`, or words such as `more`. */
  observed: number | 'more';
  bound: number;
  /** In the plural: `bytes`, `pages`. */
  unit: string;
  /** What to do, in the imperative. */
  fix: string;
}

/** The error of a read that went beyond a bound: observed, bound, and what to do. */
export function exceeded(
  reason: ExceededReason,
  { what, observed, bound, unit, fix }: Exceeded,
): ConnectionError {
  const seen =
    observed === 'more'
      ? `more than ${bound} ${unit}`
      : `${observed} ${unit}; the bound is ${bound}`;
  return new ConnectionError(reason, `${what}: ${seen}. ${fix}`);
}
