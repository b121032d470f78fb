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
import { nodeOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { webhookFailclosedSpof } from './webhookFailclosedSpof';

const outOfItsOwn = {
  matchExpressions: [
    {
      key: 'kubernetes.io/metadata.name',
      operator: 'NotIn',
      values: ['policy', 'kube-system'],
    },
  ],
};
const webhook = (parts: Partial<WebhookInfo> = {}): WebhookInfo => ({
  configuration: 'policy',
  name: 'validate.policy.test',
  failurePolicy: 'Fail',
  timeoutSeconds: 10,
  service: { namespace: 'policy', name: 'webhook' },
  namespaceSelector: outOfItsOwn,
  matchConditions: 0,
  rules: [{ apiGroups: [''], resources: ['pods'], operations: ['CREATE'] }],
  ...parts,
});
const rules = (resources: string[], operations = ['*'], group = '') => [
  { apiGroups: [group], resources, operations },
];
/** Endpoints as `node/zone`, an asterisk for one that is not ready. */
const endpointsOn = (...places: string[]): EndpointSliceInfo => ({
  namespace: 'policy',
  name: 'webhook-abc',
  service: 'webhook',
  endpoints: places.map((place, i) => ({
    addresses: [`10.0.0.${i}`],
    ready: !place.endsWith('*'),
    nodeName: place.split('/')[0],
    zone: place.replace('*', '').split('/')[1],
  })),
  ports: [],
});
const spread = endpointsOn('n1/a', 'n2/b');
const nodes = [
  nodeOf('n1', { zone: 'a' }),
  nodeOf('n2', { zone: 'b' }),
  nodeOf('n3', { zone: 'a' }),
];
const judged = (
  hooks: WebhookInfo[],
  endpointSlices: EndpointSliceInfo[] = [spread],
  given: Parameters<typeof judge>[1] = { nodes },
) =>
  judge(webhookFailclosedSpof, {
    validatingWebhooks: hooks,
    mutatingWebhooks: [],
    endpointSlices,
    ...given,
  });

it.each`
  slices                            | status    | rule
  ${[spread]}                       | ${'pass'} | ${'two ready endpoints on two nodes in two zones'}
  ${[]}                             | ${'fail'} | ${'no endpoints at all'}
  ${[endpointsOn('n1/a')]}          | ${'fail'} | ${'one endpoint'}
  ${[endpointsOn('n1/a', 'n2/b*')]} | ${'fail'} | ${'one of two is not ready'}
  ${[endpointsOn('n1/a', 'n1/a')]}  | ${'warn'} | ${'both on one node'}
  ${[endpointsOn('n1/a', 'n3/a')]}  | ${'warn'} | ${'both in one zone of two'}
`('$status: $rule', ({ slices, status }) => {
  expect(judged([webhook()], slices).status).toBe(status);
});

it('asks for one zone only where the cluster has one', () => {
  const given = { nodes: [nodeOf('n1', { zone: 'a' })] };
  const slices = [endpointsOn('n1/a', 'n3/a')];
  expect(judged([webhook()], slices, given).status).toBe('pass');
});

it.each`
  parts                                                              | status       | rule
  ${{ failurePolicy: 'Ignore' }}                                     | ${'pass'}    | ${'it fails open'}
  ${{ rules: rules(['pods']) }}                                      | ${'fail'}    | ${'pods'}
  ${{ rules: rules(['*']) }}                                         | ${'fail'}    | ${'everything of the core group'}
  ${{ rules: rules(['*/*'], ['*'], '*') }}                           | ${'fail'}    | ${'everything'}
  ${{ rules: rules(['nodes/status']) }}                              | ${'fail'}    | ${'what kubelets report'}
  ${{ rules: rules(['pods/binding']) }}                              | ${'fail'}    | ${'what the scheduler decides'}
  ${{ rules: rules(['leases'], ['UPDATE'], 'coordination.k8s.io') }} | ${'fail'}    | ${'leases'}
  ${{ rules: rules(['endpointslices'], ['*'], 'discovery.k8s.io') }} | ${'fail'}    | ${'EndpointSlices'}
  ${{ rules: rules(['leases'], ['*'], 'other.test') }}               | ${'pass'}    | ${'leases of another group'}
  ${{ rules: rules(['pods/exec'], ['CONNECT']) }}                    | ${'pass'}    | ${'exec stops no pod'}
  ${{ rules: rules(['widgets'], ['*'], 'widgets.test') }}            | ${'pass'}    | ${'resources of its own'}
  ${{ service: undefined, url: 'https://hook.test' }}                | ${'unknown'} | ${'served outside the cluster'}
`('without endpoints, $status: $rule', ({ parts, status }) => {
  expect(judged([webhook(parts)], []).status).toBe(status);
});

it.each`
  url                           | status       | rule
  ${'https://127.0.0.1:8443/v'} | ${'pass'}    | ${'beside each API server'}
  ${'https://localhost/v'}      | ${'pass'}    | ${'beside each API server, by name'}
  ${'https://192.0.2.7/v'}      | ${'unknown'} | ${'elsewhere'}
`('at $url, $status: $rule', ({ url, status }) => {
  expect(judged([webhook({ service: undefined, url })], []).status).toBe(
    status,
  );
});

it('says where it cannot be told that a webhook leaves its own namespace out', () => {
  const chooses = webhook({ namespaceSelector: undefined, matchConditions: 1 });
  expect(judged([chooses]).says).toContain(
    'whether its own namespace is left out is not known of policy/validate.policy.test',
  );
  expect(judged([webhook()]).says).not.toContain('not known');
});

const own = (key: string, operator: string, values?: string[]) => ({
  matchExpressions: [{ key, operator, ...(values && { values }) }],
});

it.each`
  parts                                                                                   | status    | rule
  ${{ namespaceSelector: undefined }}                                                     | ${'warn'} | ${'called for its own pods'}
  ${{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'apps' } } }}    | ${'pass'} | ${'another namespace only'}
  ${{ namespaceSelector: own('kubernetes.io/metadata.name', 'NotIn', ['kube-system']) }}  | ${'warn'} | ${'only kube-system left out'}
  ${{ namespaceSelector: own('policy.test/ignore', 'DoesNotExist') }}                     | ${'pass'} | ${'labels of namespaces are not known: no accusation'}
  ${{ namespaceSelector: undefined, objectSelector: { matchLabels: { inject: 'yes' } } }} | ${'pass'} | ${'it chooses by object'}
  ${{ namespaceSelector: undefined, matchConditions: 1 }}                                 | ${'pass'} | ${'it chooses by condition'}
  ${{ namespaceSelector: undefined, rules: rules(['nodes']) }}                            | ${'pass'} | ${'nodes are in no namespace'}
  ${{ timeoutSeconds: 10 }}                                                               | ${'pass'} | ${'the default timeout'}
  ${{ timeoutSeconds: 11 }}                                                               | ${'warn'} | ${'a timeout above 10 s'}
`('with spread endpoints, $status: $rule', ({ parts, status }) => {
  expect(judged([webhook(parts)]).status).toBe(status);
});

it('is decided by the worst: broken, then untold, then weak', () => {
  const slow = webhook({ configuration: 'slow', timeoutSeconds: 30 });
  const url = webhook({ configuration: 'url', service: undefined });
  const broken = webhook({
    configuration: 'broken',
    service: { namespace: 'gone', name: 'gone' },
  });
  expect(judged([slow]).status).toBe('warn');
  expect(judged([slow, url]).status).toBe('unknown');
  expect(judged([slow, url, broken])).toMatchObject({
    status: 'fail',
    subjects: ['broken/validate.policy.test'],
  });
});

it('looks at mutating webhooks too', () => {
  const given = {
    validatingWebhooks: [],
    mutatingWebhooks: [webhook()],
    endpointSlices: [],
  };
  const result = judge(webhookFailclosedSpof, given);
  expect(say(result.observed)).toBe(
    'policy/validate.policy.test, which fails closed on pods, has no ready endpoint',
  );
});

it.each(['validatingWebhooks', 'mutatingWebhooks', 'endpointSlices'] as const)(
  'is unknown with the reason when %s may not be read, not applicable when they are not there',
  section => {
    const forbidden = { [section]: notKnown('forbidden') };
    expect(judged([webhook()], [spread], forbidden)).toMatchObject({
      status: 'unknown',
      reason: 'forbidden',
    });
    expect(judged([webhook()], [spread], { [section]: absent() }).status).toBe(
      'not-applicable',
    );
  },
);
