/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import type {
  EndpointSliceInfo,
  WebhookInfo,
} from '../../snapshot/sections/inventory';
import { apiServerOn, countersOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
} from '../../testing/snapshotWith';
import { webhookCallable as check } from './webhookCallable';

/** An authority of the given lifetime that ends in `days`. */
const authority = (days: number, lifetimeDays = 3650) => ({
  state: 'parsed' as const,
  certificates: 1,
  subject: 'CN=webhook-ca',
  notBefore: secondsAgo((lifetimeDays - days) * 86_400),
  notAfter: secondsAgo(-days * 86_400),
});
const webhook = (parts: Partial<WebhookInfo> = {}): WebhookInfo => ({
  configuration: 'policy',
  name: 'widgets.policy.test',
  failurePolicy: 'Fail',
  timeoutSeconds: 10,
  service: { namespace: 'policy', name: 'webhook' },
  ca: authority(3000),
  matchConditions: 0,
  rules: [{ apiGroups: ['w.test'], resources: ['widgets'], operations: ['*'] }],
  ...parts,
});
const slice = (...ready: boolean[]): EndpointSliceInfo => ({
  namespace: 'policy',
  name: 'webhook-abc',
  service: 'webhook',
  endpoints: ready.map((isReady, i) => ({
    addresses: [`10.0.0.${i}`],
    ready: isReady,
  })),
  ports: [],
});
const judged = (
  hooks: WebhookInfo[],
  given: Parameters<typeof judge>[1] = {},
) =>
  judge(check, {
    validatingWebhooks: hooks,
    mutatingWebhooks: [],
    endpointSlices: [slice(true)],
    apiServers: [apiServerOn('cp1', { metrics: observed(countersOf({}, {})) })],
    ...given,
  });

const open = { failurePolicy: 'Ignore' as const };
const invalid = { state: 'invalid' as const, certificates: 0 };
const system = { state: 'system' as const, certificates: 0 };
const tooLarge = { state: 'too-large' as const, certificates: 0 };
const atUrl = { service: undefined, url: 'https://hook.example' };
const beside = { service: undefined, url: 'https://127.0.0.1:9443' };

it.each`
  parts                              | slices                         | status       | rule
  ${{}}                              | ${[slice(true)]}               | ${'pass'}    | ${'one ready endpoint and a CA that lasts'}
  ${{ ca: invalid }}                 | ${[slice(true)]}               | ${'fail'}    | ${'a CA bundle without a certificate that can be read'}
  ${{ ca: invalid, ...open }}        | ${[slice(true)]}               | ${'warn'}    | ${'the same, failing open'}
  ${{ ca: authority(-1) }}           | ${[slice(true)]}               | ${'fail'}    | ${'an expired CA'}
  ${{ ca: authority(20) }}           | ${[slice(true)]}               | ${'warn'}    | ${'a CA that ends soon'}
  ${{ ca: authority(3) }}            | ${[slice(true)]}               | ${'warn'}    | ${'a CA that ends in days still works'}
  ${{ ca: authority(29, 30) }}       | ${[slice(true)]}               | ${'pass'}    | ${'a CA of thirty days by design'}
  ${{ ca: system }}                  | ${[slice(true)]}               | ${'pass'}    | ${'the authorities of the machine'}
  ${{ ca: tooLarge }}                | ${[slice(true)]}               | ${'unknown'} | ${'a bundle that was not looked at'}
  ${{ ca: undefined }}               | ${[slice(true)]}               | ${'unknown'} | ${'a bundle that was not read'}
  ${{}}                              | ${[]}                          | ${'fail'}    | ${'no such Service'}
  ${{ ...open }}                     | ${[]}                          | ${'warn'}    | ${'no such Service, failing open'}
  ${{}}                              | ${[slice()]}                   | ${'fail'}    | ${'a Service without endpoints'}
  ${{}}                              | ${[slice(false)]}              | ${'fail'}    | ${'an endpoint that is not ready'}
  ${{}}                              | ${[slice(false), slice(true)]} | ${'pass'}    | ${'a ready one in another slice'}
  ${atUrl}                           | ${[]}                          | ${'pass'}    | ${'a URL has no Service'}
  ${{ ...atUrl, ca: authority(-1) }} | ${[]}                          | ${'fail'}    | ${'a URL with an expired CA'}
  ${{ ...beside, ca: invalid }}      | ${[]}                          | ${'pass'}    | ${'beside the API server'}
`('$status: $rule', ({ parts, slices, status }) => {
  const result = judged([webhook(parts)], { endpointSlices: slices });
  expect(result.status).toBe(status);
});

const rejected = (error: string, name = 'widgets.policy.test') =>
  `apiserver_admission_webhook_rejection_count{name="${name}",error_type="${error}"}`;
const failOpen =
  'apiserver_admission_webhook_fail_open_count{name="widgets.policy.test"}';

it.each`
  counted                                            | before                                        | policy      | status    | rule
  ${{ [rejected('calling_webhook_error')]: 4 }}      | ${{ [rejected('calling_webhook_error')]: 1 }} | ${'Fail'}   | ${'fail'} | ${'three calls failed and were refused'}
  ${{ [rejected('calling_webhook_error')]: 4 }}      | ${{ [rejected('calling_webhook_error')]: 4 }} | ${'Fail'}   | ${'pass'} | ${'calls failed before, none since'}
  ${{ [rejected('calling_webhook_error')]: 4 }}      | ${{}}                                         | ${'Fail'}   | ${'fail'} | ${'the first calls that failed'}
  ${{ [rejected('calling_webhook_error')]: 4 }}      | ${undefined}                                  | ${'Fail'}   | ${'pass'} | ${'a sum since the start says nothing of now'}
  ${{ [rejected('no_error')]: 9 }}                   | ${{ [rejected('no_error')]: 1 }}              | ${'Fail'}   | ${'pass'} | ${'the webhook itself refused: that is its work'}
  ${{ [rejected('calling_webhook_error', 'x')]: 9 }} | ${{}}                                         | ${'Fail'}   | ${'pass'} | ${'another webhook'}
  ${{ [failOpen]: 9 }}                               | ${{ [failOpen]: 1 }}                          | ${'Ignore'} | ${'warn'} | ${'let through because the call failed'}
`('$status: $rule', ({ counted, before, policy, status }) => {
  const apiServers = [
    apiServerOn('cp1', { metrics: observed(countersOf(counted, before)) }),
  ];
  const hook = webhook({ failurePolicy: policy });
  expect(judged([hook], { apiServers }).status).toBe(status);
});

it('says which, why, and the fix', () => {
  const result = judged([
    webhook({ ...open, configuration: 'open', ca: invalid }),
    webhook({ ca: authority(-2) }),
  ]);
  expect(result).toMatchObject({
    status: 'fail',
    says: 'policy/widgets.policy.test cannot be called, so the requests it is called for are rejected: every certificate of its caBundle has expired, the last 2 d ago; 1 more webhook has a problem',
    subjects: ['policy/widgets.policy.test', 'open/widgets.policy.test'],
  });
  expect(say(result.fix!)).toContain('caBundle');
});

it('says what it has not seen when it passes', () => {
  const apiServers = [apiServerOn('cp1')];
  expect(judged([webhook()], { apiServers }).says).toBe(
    '1 webhook with a ready Service and a valid CA; the number of failed calls is unknown, because the metrics of the API servers could not be read',
  );
});

it.each`
  given                                            | status              | rule
  ${{ validatingWebhooks: [] }}                    | ${'not-applicable'} | ${'no webhooks'}
  ${{ validatingWebhooks: notKnown('forbidden') }} | ${'unknown'}        | ${'webhooks may not be read'}
  ${{ endpointSlices: notKnown('forbidden') }}     | ${'unknown'}        | ${'EndpointSlices may not be read'}
  ${{ validatingWebhooks: absent() }}              | ${'not-applicable'} | ${'no such API'}
`('$status: $rule', ({ given, status }) => {
  expect(judged([webhook()], given).status).toBe(status);
});
