/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type {
  EndpointSliceInfo,
  WebhookInfo,
} from '../../snapshot/sections/inventory';
import {
  certificateLife,
  LifeLimits,
  servingLifeThresholds,
} from '../certificateLife';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { isBeside, readyEndpoints, webhookName } from './webhookBackends';
import { webhookCalls, WebhookCalls } from './webhookCalls';

/** Names for links: a cluster may have thousands. */
const SUBJECTS = 50;

/**
 * Whether the API servers can call each admission webhook: a CA bundle that
 * can be read and lasts, a Service with ready endpoints, and no failed calls by
 * the API servers' own count. One that fails closed and cannot be called
 * refuses what it is called for; one that fails open lets it through unseen.
 * What a fail-closed one can stop is for `webhook-failclosed-spof`. Units:
 * days, calls.
 * Source: https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/. @public
 */
export const webhookCallable = defineCheck({
  id: 'webhook-callable',
  layer: 'apiserver',
  severity: 'medium',
  kind: 'state',
  stage: 1,
  reads: ['validatingWebhooks', 'mutatingWebhooks', 'endpointSlices'],
  consults: ['apiServers'],
  thresholds: servingLifeThresholds,
  runbook: 'RB-WEBHOOK-DEADLOCK',
  source:
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#contacting-the-webhook',
  evaluate({ values, signals, thresholds, nowMs }) {
    const webhooks = [...values.validatingWebhooks, ...values.mutatingWebhooks];
    if (webhooks.length === 0) {
      return notApplicable(message('webhook-callable.none'));
    }
    const required = message('webhook-callable.required', {
      days: thresholds.warnDays,
      share: thresholds.warnShare,
    });
    const calls = webhookCalls(
      signals.apiServers.state === 'observed' ? signals.apiServers.value : [],
    );
    const problemOf = problemFinder(
      values.endpointSlices,
      calls,
      thresholds,
      nowMs,
    );
    const found = webhooks
      .flatMap(webhook => problemOf(webhook) ?? [])
      .sort((a, b) => b.weight - a.weight);
    if (found.length > 0) {
      const [worst] = found;
      const names = [...new Set(found.map(({ name }) => name))];
      const observed = message('webhook-callable.observed', {
        webhook: worst.name,
        problem: worst.problem,
        failsClosed: worst.failsClosed,
        service: worst.service,
        leftDays: worst.leftDays,
        calls: worst.calls,
        more: found.length - 1,
      });
      const parts = {
        fix: message('webhook-callable.fix', {
          problem: worst.problem,
          webhook: worst.name,
        }),
        subjects: names.slice(0, SUBJECTS),
      };
      return worst.failsClosed && worst.problem !== 'ca-ends'
        ? fail(observed, required, parts)
        : warn(observed, required, parts);
    }
    const notRead = webhooks.filter(
      ({ ca }) => ca === undefined || ca.state === 'too-large',
    );
    if (notRead.length > 0) {
      return unknown(
        notRead.some(({ ca }) => ca) ? 'too-large' : 'not-collected',
        message('webhook-callable.unread', {
          webhooks: notRead.map(webhookName),
        }),
        required,
        { subjects: notRead.slice(0, SUBJECTS).map(webhookName) },
      );
    }
    return pass(
      message('webhook-callable.sound', {
        webhooks: webhooks.length,
        counted: calls.isKnown,
        unread: calls.unread,
      }),
      required,
    );
  },
});

/** Why a webhook cannot be called, the surest first. */
const problems = [
  'ca-invalid',
  'ca-expired',
  'no-service',
  'no-endpoints',
  'calls-fail',
  'ca-ends',
] as const;

interface Finding {
  name: string;
  problem: (typeof problems)[number];
  failsClosed: boolean;
  /** `namespace/name`, empty for one at a URL. */
  service: string;
  leftDays: number;
  calls: number;
  /** The more, the worse. */
  weight: number;
}

function problemFinder(
  slices: readonly EndpointSliceInfo[],
  { failed }: WebhookCalls,
  limits: Readonly<LifeLimits>,
  nowMs: number,
): (webhook: WebhookInfo) => Finding | undefined {
  const endpoints = readyEndpoints(slices);
  return webhook => {
    const { ca, service } = webhook;
    const serviceName = service ? `${service.namespace}/${service.name}` : '';
    const calls = failed.get(webhook.name) ?? 0;
    const life =
      ca?.notBefore && ca.notAfter
        ? certificateLife(
            { notBefore: ca.notBefore, notAfter: ca.notAfter },
            nowMs,
            limits,
          )
        : undefined;
    const backend = service && endpoints.get(serviceName);
    const holds: Record<Finding['problem'], boolean> = {
      'ca-invalid': ca?.state === 'invalid',
      'ca-expired': life !== undefined && life.leftDays <= 0,
      'no-service': service !== undefined && backend === undefined,
      'no-endpoints': backend?.length === 0,
      'calls-fail': calls > 0,
      'ca-ends': life !== undefined && life.due !== 'no',
    };
    const problem = problems.find(name => holds[name]);
    // Beside the API server, loopback: what it presents is its own matter, if calls succeed.
    if (!problem || (isBeside(webhook) && problem !== 'calls-fail')) {
      return undefined;
    }
    const failsClosed = webhook.failurePolicy === 'Fail';
    return {
      name: webhookName(webhook),
      problem,
      failsClosed,
      service: serviceName,
      leftDays: life?.leftDays ?? 0,
      calls,
      weight:
        problems.length -
        problems.indexOf(problem) +
        (failsClosed && problem !== 'ca-ends' ? problems.length : 0),
    };
  };
}
