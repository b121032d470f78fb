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
const own = (key: string, operator: string, values?: string[]) => ({
  matchExpressions: [{ key, operator, ...(values && { values }) }],
});
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

/** It leaves out its own namespace, not kube-system. */
const outOfOwn = own('kubernetes.io/metadata.name', 'NotIn', ['policy']);

it.each`
  slices                            | status    | rule
  ${[spread]}                       | ${'pass'} | ${'two ready endpoints on two nodes in two zones'}
  ${[]}                             | ${'fail'} | ${'no endpoints at all'}
  ${[endpointsOn('n1/a')]}          | ${'fail'} | ${'one endpoint'}
  ${[endpointsOn('n1/a', 'n2/b*')]} | ${'fail'} | ${'one of two is not ready'}
  ${[endpointsOn('n1/a', 'n1/a')]}  | ${'warn'} | ${'both on one node'}
  ${[endpointsOn('n1/a', 'n3/a')]}  | ${'warn'} | ${'both in one zone of two'}
`('before kube-system, $status: $rule', ({ slices, status }) => {
  const hook = webhook({ namespaceSelector: outOfOwn });
  expect(judged([hook], slices).status).toBe(status);
});

const byName = (...names: string[]) =>
  own('kubernetes.io/metadata.name', 'In', names);
const leases = rules(['leases'], ['UPDATE'], 'coordination.k8s.io');

it.each`
  parts                                                                                              | status       | rule
  ${{ namespaceSelector: undefined }}                                                                | ${'fail'}    | ${'pods everywhere'}
  ${{}}                                                                                              | ${'warn'}    | ${'kube-system and its own namespace left out'}
  ${{ namespaceSelector: byName('apps') }}                                                           | ${'warn'}    | ${'one named namespace'}
  ${{ namespaceSelector: byName('apps', 'kube-system') }}                                            | ${'fail'}    | ${'kube-system among the named ones'}
  ${{ namespaceSelector: byName('policy') }}                                                         | ${'fail'}    | ${'its own namespace: it cannot come back'}
  ${{ namespaceSelector: { matchLabels: { team: 'shop' } } }}                                        | ${'warn'}    | ${'namespaces that somebody labelled'}
  ${{ namespaceSelector: own('istio-injection', 'Exists') }}                                         | ${'warn'}    | ${'namespaces that opt in'}
  ${{ namespaceSelector: own('control-plane', 'DoesNotExist') }}                                     | ${'fail'}    | ${'namespaces that do not opt out'}
  ${{ namespaceSelector: undefined, objectSelector: { matchLabels: { inject: 'yes' } } }}            | ${'warn'}    | ${'objects that opt in'}
  ${{ namespaceSelector: undefined, objectSelector: own('inject', 'NotIn', ['no']) }}                | ${'fail'}    | ${'objects that do not opt out'}
  ${{ namespaceSelector: undefined, rules: rules(['pods'], ['DELETE']) }}                            | ${'warn'}    | ${'deletion stops no pod from starting'}
  ${{ namespaceSelector: undefined, rules: rules(['*'], ['DELETE']) }}                               | ${'warn'}    | ${'deletion of anything'}
  ${{ namespaceSelector: undefined, rules: rules(['pods'], ['CREATE', 'DELETE']) }}                  | ${'fail'}    | ${'creation and deletion'}
  ${{ namespaceSelector: undefined, rules: rules(['pods'], ['UPDATE']) }}                            | ${'warn'}    | ${'a pod starts without an update of its own'}
  ${{ namespaceSelector: undefined, rules: rules(['pods/status'], ['UPDATE']) }}                     | ${'fail'}    | ${'what kubelets say of pods'}
  ${{ namespaceSelector: undefined, rules: rules(['pods/*'], ['UPDATE']) }}                          | ${'fail'}    | ${'all parts of pods'}
  ${{ namespaceSelector: byName('apps'), rules: rules(['nodes']) }}                                  | ${'fail'}    | ${'nodes are in no namespace: no selector of namespaces spares them'}
  ${{ namespaceSelector: byName('apps'), rules: rules(['*/*'], ['*'], '*') }}                        | ${'fail'}    | ${'everything: nodes as well'}
  ${{ namespaceSelector: byName('apps'), rules: [{ ...rules(['*'])[0], scope: 'Namespaced' }] }}     | ${'warn'}    | ${'everything in a namespace: no nodes'}
  ${{ namespaceSelector: undefined, rules: [{ ...rules(['pods', 'nodes'])[0], scope: 'Cluster' }] }} | ${'fail'}    | ${'what is in no namespace: nodes'}
  ${{ namespaceSelector: undefined, rules: [{ ...rules(['pods'])[0], scope: 'Cluster' }] }}          | ${'pass'}    | ${'pods are in a namespace: never called'}
  ${{ namespaceSelector: byName('kube-node-lease'), rules: leases }}                                 | ${'fail'}    | ${'heartbeats of the nodes'}
  ${{ namespaceSelector: byName('apps'), rules: leases }}                                            | ${'warn'}    | ${'leases of one application'}
  ${{ namespaceSelector: undefined, matchConditions: 2 }}                                            | ${'unknown'} | ${'match conditions decide, and are not evaluated'}
  ${{ namespaceSelector: byName('apps'), matchConditions: 2 }}                                       | ${'warn'}    | ${'match conditions within one namespace'}
`('without endpoints, $status: $rule', ({ parts, status }) => {
  expect(judged([webhook(parts)], []).status).toBe(status);
});

it('names the scope of one that can stop no part of the cluster itself', () => {
  const hook = webhook({
    namespaceSelector: byName('apps'),
    objectSelector: { matchLabels: { inject: 'yes' } },
  });
  expect(judged([hook], []).says).toBe(
    'policy/validate.policy.test, which fails closed on pods, has no ready endpoint; it stops only what it is called for (CREATE; namespaceSelector kubernetes.io/metadata.name=apps; objectSelector inject=yes), neither kube-system nor the nodes nor its own backend',
  );
});

it('says what it can stop, and where match conditions decide', () => {
  const open = webhook({ namespaceSelector: undefined });
  expect(judged([open], []).says).toContain(
    'can stop the pods and leases of kube-system and its own backend',
  );
  expect(judged([{ ...open, matchConditions: 1 }], []).says).toContain(
    'depends on its 1 match condition (CEL)',
  );
});

it('asks for one zone only where the cluster has one', () => {
  const given = { nodes: [nodeOf('n1', { zone: 'a' })] };
  const slices = [endpointsOn('n1/a', 'n3/a')];
  const hook = webhook({ namespaceSelector: outOfOwn });
  expect(judged([hook], slices, given).status).toBe('pass');
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
`('everywhere and without endpoints, $status: $rule', ({ parts, status }) => {
  const hook = webhook({ namespaceSelector: undefined, ...parts });
  expect(judged([hook], []).status).toBe(status);
});

it.each`
  url                           | status       | rule
  ${'https://127.0.0.1:8443/v'} | ${'pass'}    | ${'beside each API server'}
  ${'https://localhost/v'}      | ${'pass'}    | ${'beside each API server, by name'}
  ${'https://192.0.2.7/v'}      | ${'unknown'} | ${'elsewhere'}
`('at $url, $status: $rule', ({ url, status }) => {
  const hook = { service: undefined, url, namespaceSelector: undefined };
  expect(judged([webhook(hook)], []).status).toBe(status);
});

it('says where it is unknown whether a webhook leaves its own namespace out', () => {
  const chooses = webhook({ namespaceSelector: undefined, matchConditions: 1 });
  expect(judged([chooses]).says).toContain(
    'whether its own namespace is excluded is unknown for policy/validate.policy.test',
  );
  expect(judged([webhook()]).says).not.toContain('unknown');
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
  ${{ namespaceSelector: outOfOwn, timeoutSeconds: 10 }}                                  | ${'pass'} | ${'the default timeout'}
  ${{ namespaceSelector: outOfOwn, timeoutSeconds: 11 }}                                  | ${'warn'} | ${'a timeout above 10 s'}
`('with spread endpoints, $status: $rule', ({ parts, status }) => {
  expect(judged([webhook(parts)]).status).toBe(status);
});

it('is decided by the worst: broken, then unknown, then weak', () => {
  const everywhere = { namespaceSelector: outOfOwn };
  const slow = webhook({
    ...everywhere,
    configuration: 'slow',
    timeoutSeconds: 30,
  });
  const url = webhook({
    ...everywhere,
    configuration: 'url',
    service: undefined,
  });
  const broken = webhook({
    ...everywhere,
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

it('checks mutating webhooks too', () => {
  const given = {
    validatingWebhooks: [],
    mutatingWebhooks: [webhook({ namespaceSelector: outOfOwn })],
    endpointSlices: [],
  };
  const result = judge(webhookFailclosedSpof, given);
  expect(say(result.observed)).toBe(
    'policy/validate.policy.test, which fails closed on pods, has no ready endpoint and can stop the pods and leases of kube-system',
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
