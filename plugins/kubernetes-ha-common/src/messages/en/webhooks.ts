/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent } from '../format';

const DAY_SECONDS = 86_400;

type Problem = Readonly<{
  problem: string;
  service: string;
  leftDays: number;
  calls: number;
}>;

const problems: Record<string, (p: Problem) => string> = {
  'ca-invalid': () => 'no certificate in its caBundle can be read',
  'ca-expired': p =>
    `every certificate of its caBundle has expired, the last ${duration(
      -p.leftDays * DAY_SECONDS,
    )} ago`,
  'ca-ends': p =>
    `the last certificate of its caBundle ends in ${duration(
      p.leftDays * DAY_SECONDS,
    )}`,
  'no-service': p =>
    `the Service ${p.service} has no EndpointSlice: it does not exist, or selects no pods`,
  'no-endpoints': p => `the Service ${p.service} has no ready endpoint`,
  'calls-fail': p =>
    `the API servers count ${count(
      p.calls,
      'failed call',
    )} since the last collection`,
};

const fixes: Record<string, string> = {
  'ca-invalid': 'write the certificate of its CA (PEM) to caBundle',
  'ca-expired':
    'renew its CA and serving certificate, then caBundle; with cert-manager: the annotation cert-manager.io/inject-ca-from',
  'ca-ends':
    'renew its CA, and keep the old one in caBundle until the server presents a new certificate',
  'no-service':
    'restore its Service, or delete the webhook if it is no longer used',
  'no-endpoints': 'bring back the pods behind its Service',
  'calls-fail':
    'search the logs of the API servers for "failed calling webhook"; usual causes are certificate names, NetworkPolicies and timeouts',
};

/** What the check of calls to webhooks says. */
export const webhooks = {
  'webhook-callable.title': () => 'Reachability of admission webhooks',
  'webhook-callable.none': () => 'the cluster has no admission webhooks',
  'webhook-callable.observed': (
    p: Problem & { webhook: string; failsClosed: boolean; more: number },
  ) =>
    `${p.webhook}${
      p.problem === 'ca-ends'
        ? ''
        : ` cannot be called, so the requests it is called for are ${
            p.failsClosed ? 'rejected' : 'admitted without it'
          }`
    }: ${problems[p.problem]?.(p) ?? p.problem}${
      p.more > 0
        ? `; ${p.more} more ${
            p.more === 1 ? 'webhook has a problem' : 'webhooks have problems'
          }`
        : ''
    }`,
  'webhook-callable.sound': (p: {
    webhooks: number;
    /** Whether any API server has told how many calls failed. */
    counted: boolean;
    unread: readonly string[];
  }) =>
    [
      `${count(p.webhooks, 'webhook')} with a ready Service and a valid CA`,
      p.counted
        ? ''
        : 'the number of failed calls is unknown, because the metrics of the API servers could not be read',
      p.counted && p.unread.length > 0
        ? `metrics not read: ${list(p.unread)}`
        : '',
    ]
      .filter(Boolean)
      .join('; '),
  'webhook-callable.unread': (p: { webhooks: readonly string[] }) =>
    `the CA bundles of ${list(p.webhooks)} were not read`,
  'webhook-callable.required': (p: { days: number; share: number }) =>
    `a CA bundle that can be read, with more than ${p.days} days or ${percent(
      p.share,
    )} of its lifetime left, a Service with a ready endpoint and no failed call`,
  'webhook-callable.fix': (p: { problem: string; webhook: string }) =>
    `fix ${p.webhook}: ${fixes[p.problem] ?? p.problem}`,
} as const;
