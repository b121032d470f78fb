/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  apiServerOn,
  erring,
  identityLease,
  kubernetesEndpoints,
  leasesOf,
  mirrorPodOf,
  silent,
} from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { apiserverEndpointReconciler } from './apiserverEndpointReconciler';

const endpointSlices = [kubernetesEndpoints(['cp1.test', 'cp2.test'])];
const second = (readyz: ReturnType<typeof silent>) => [
  apiServerOn('cp1'),
  apiServerOn('cp2', { readyz }),
];

it.each`
  apiServers                      | status    | rule
  ${[apiServerOn('cp1')]}         | ${'pass'} | ${'all that is known lives'}
  ${second(silent('refused', 2))} | ${'pass'} | ${'dead for 60 s may still be dropped'}
  ${second(silent('refused', 3))} | ${'fail'} | ${'dead for more than 60 s and still listed'}
  ${second(erring(500, 9))}       | ${'pass'} | ${'ill is not dead'}
  ${second(erring(403, 9))}       | ${'pass'} | ${'forbidden is not dead'}
`('$status: $rule', ({ apiServers, status }) => {
  const result = judge(apiserverEndpointReconciler, {
    endpointSlices,
    apiServers,
  });
  expect(result.status).toBe(status);
});

it('does not call a server dead that renews its Lease and is only out of reach', () => {
  const given = {
    endpointSlices,
    apiServers: second(silent('timeout', 9)),
    leases: leasesOf([identityLease('cp2', 5)]),
  };
  expect(judge(apiserverEndpointReconciler, given).status).toBe('pass');
});

it('ignores servers that are not listed', () => {
  const given = {
    endpointSlices: [kubernetesEndpoints(['cp1.test'])],
    apiServers: second(silent('refused', 9)),
  };
  expect(judge(apiserverEndpointReconciler, given).status).toBe('pass');
});

it.each`
  type              | status              | rule
  ${'lease'}        | ${'pass'}           | ${'the default'}
  ${'master-count'} | ${'warn'}           | ${'never drops a dead one'}
  ${'none'}         | ${'not-applicable'} | ${'someone else keeps the endpoints'}
`('reconciler $type, $status: $rule', ({ type, status }) => {
  const given = {
    endpointSlices,
    apiServers: [apiServerOn('cp1')],
    pods: [
      mirrorPodOf('kube-apiserver', 'cp1', [
        `--endpoint-reconciler-type=${type}`,
      ]),
    ],
  };
  expect(judge(apiserverEndpointReconciler, given).status).toBe(status);
});

it.each`
  given                                                           | cluster                | status
  ${{ endpointSlices: notKnown('forbidden'), apiServers: [] }}    | ${{}}                  | ${'unknown'}
  ${{ endpointSlices, apiServers: absent() }}                     | ${{}}                  | ${'not-applicable'}
  ${{ endpointSlices: [], apiServers: [apiServerOn('cp1')] }}     | ${{}}                  | ${'unknown'}
  ${{ endpointSlices, apiServers: second(silent('refused', 9)) }} | ${{ platform: 'eks' }} | ${'not-applicable'}
`('$status', ({ given, cluster, status }) => {
  expect(judge(apiserverEndpointReconciler, given, { cluster }).status).toBe(
    status,
  );
});
