/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { UnknownReason } from '../../snapshot/signal';

/** Sentences that belong to no single check. */
export const common = {
  'section.unknown': (p: {
    section: string;
    reason: UnknownReason;
    detail: string;
  }) => `${p.section} could not be read: ${p.detail}`,
  'section.stale': (p: {
    section: string;
    ageSeconds: number;
    limitSeconds: number;
  }) =>
    `${p.section} was last seen ${p.ageSeconds} s ago; older than ${p.limitSeconds} s is not trusted`,
  'section.required': (p: { sections: readonly string[] }) =>
    `a fresh reading of ${p.sections.join(', ')}`,
  'section.absent': (p: { section: string; detail: string }) =>
    `${p.section} is not part of this cluster: ${p.detail}`,
} as const;
