/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CertificateInfo } from '../snapshot/sections/certificate';

const DAY_MS = 86_400_000;

/** When a certificate is due: by both numbers of a pair, or by the days that are too few for any lifetime. */
export interface LifeLimits {
  warnDays: number;
  warnShare: number;
  failDays: number;
  failShare: number;
  /** So few days are a warning whatever the lifetime is. */
  leastDays: number;
}

/** How much of its lifetime a certificate has left. */
export interface CertificateLife {
  /** Days until it ends; negative once it has expired. */
  leftDays: number;
  /** Days from `notBefore` to `notAfter`. */
  lifetimeDays: number;
  due: 'no' | 'warn' | 'fail';
}

/**
 * Whether a certificate is due, by the days *and* by the share of its lifetime
 * that it has left: one that lives for six days by design is not due on its
 * first, and one that lives for ten years is not due for half of its last.
 * Units: days, ratio.
 */
export function certificateLife(
  { notBefore, notAfter }: Pick<CertificateInfo, 'notBefore' | 'notAfter'>,
  nowMs: number,
  limits: Readonly<LifeLimits>,
): CertificateLife {
  const endMs = Date.parse(notAfter);
  const leftDays = (endMs - nowMs) / DAY_MS;
  const lifetimeDays = (endMs - Date.parse(notBefore)) / DAY_MS;
  // A lifetime that ends before it begins is none: then the days alone decide.
  const share = lifetimeDays > 0 ? leftDays / lifetimeDays : 0;
  const within = (days: number, ratio: number) =>
    leftDays <= days && share <= ratio;
  if (leftDays <= 0 || within(limits.failDays, limits.failShare)) {
    return { leftDays, lifetimeDays, due: 'fail' };
  }
  const isDue =
    leftDays <= limits.leastDays || within(limits.warnDays, limits.warnShare);
  return { leftDays, lifetimeDays, due: isDue ? 'warn' : 'no' };
}

/** The thresholds of certificates that servers present, in both checks of them. */
export const servingLifeThresholds = {
  warnDays: { value: 30, unit: 'd', source: '(proposal)' },
  warnShare: {
    value: 0.15,
    unit: 'ratio',
    source:
      '(proposal) those that renew by themselves do so at 80 % of the lifetime at the latest (openshift/library-go certrotation, gardener secrets manager)',
  },
  failDays: {
    value: 7,
    unit: 'd',
    source:
      'kubernetes-mixin alerts (KubeClientCertificateExpiration, warning)',
  },
  failShare: { value: 0.05, unit: 'ratio', source: '(proposal)' },
  leastDays: {
    value: 1,
    unit: 'd',
    source: '(proposal) the time in which a person can still renew it by hand',
  },
} as const;
