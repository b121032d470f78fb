/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName, SectionValues } from '../snapshot/clusterSnapshot';
import { sectionNames } from '../snapshot/clusterSnapshot';
import {
  apiServerOn,
  countersOf,
  identityLease,
  kubernetesEndpoints,
  leaseOf,
  leasesOf,
  mirrorPodOf,
  nodeOf,
  silent,
} from '../testing/controlPlane';
import {
  notKnown,
  observed,
  secondsAgo,
  snapshotWith,
} from '../testing/snapshotWith';
import { checks } from './registry';
import { runChecks } from './runChecks';

const hosts = ['cp1', 'cp2', 'cp3'];
const zones = ['a', 'b', 'c'];
const components = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
];
const KCM = 'kube-controller-manager';
const SCHEDULER = 'kube-scheduler';

/** The API servers of a sound cluster, with what each of them shows. */
const apiServers = hosts.map((host, i) =>
  apiServerOn(host, {
    zone: zones[i],
    certificates: observed([
      {
        endpoint: `${host}:6443`,
        usage: 'apiserver-serving',
        subject: 'CN=kube-apiserver',
        issuer: 'CN=kubernetes',
        notBefore: secondsAgo(86_400),
        notAfter: secondsAgo(-300 * 86_400),
        isCa: false,
        fingerprint: '00',
      },
    ]),
    metrics: observed(
      countersOf(
        {
          apiserver_request_total: 900,
          'apiserver_storage_consistency_checks_total{status="success"}': 4,
        },
        {
          apiserver_request_total: 100,
          'apiserver_storage_consistency_checks_total{status="success"}': 2,
        },
      ),
    ),
  }),
);
const leaderLeases = (kcmAge: number = 2, schedulerAge: number = 2) => [
  leaseOf(KCM, kcmAge, { holder: 'cp1_a' }),
  leaseOf(SCHEDULER, schedulerAge, { holder: 'cp2_b' }),
];
const history = {
  transitionHistory: [
    { at: secondsAgo(900), transitions: { [KCM]: 1, [SCHEDULER]: 1 } },
  ],
};
const identities = hosts.map(host => identityLease(host, 5));

/** A sound cluster of three zones, as far as API servers, leaders and topology go. */
const sound = {
  version: { gitVersion: 'v1.37.2' },
  nodes: [
    ...hosts.map((host, i) =>
      nodeOf(host, { zone: zones[i], controlPlane: true }),
    ),
    ...zones.map(zone => nodeOf(`worker-${zone}`, { zone })),
  ],
  pods: hosts.flatMap(host =>
    components.map(component =>
      mirrorPodOf(component, host, ['--goaway-chance=0.001']),
    ),
  ),
  leases: leasesOf([...leaderLeases(), ...identities], history),
  nodeLeases: leasesOf(
    hosts.map(host => leaseOf(host, 5, { namespace: 'kube-node-lease' })),
  ),
  endpointSlices: [kubernetesEndpoints(hosts.map(host => `${host}.test`))],
  apiServers,
  kubeadmConfig: { externalEtcdEndpoints: [] },
  kubeProxyConfig: { mode: 'nftables' },
  validatingWebhooks: [],
  mutatingWebhooks: [],
  apiServices: [],
} satisfies { [K in SectionName]?: SectionValues[K] };

const own = checks.filter(({ layer, id }) =>
  id === 'kubeproxy-mode'
    ? true
    : ['apiserver', 'leaders', 'topology'].includes(layer),
);

/** Statuses by check. */
function judged(given: Parameters<typeof snapshotWith>[0]) {
  return Object.fromEntries(
    runChecks(own, snapshotWith(given)).map(result => [result.checkId, result]),
  );
}
const statuses = (given: Parameters<typeof snapshotWith>[0]) =>
  Object.fromEntries(
    Object.entries(judged(given)).map(([id, { status }]) => [id, status]),
  );

it('finds nothing wrong with a sound cluster, and nothing critical that it cannot tell', () => {
  const bad = Object.entries(judged(sound)).filter(
    ([, { status }]) => status === 'fail' || status === 'unknown',
  );
  expect(bad.map(([id, { observed: said }]) => [id, said])).toEqual([]);
});

const without = (host: string, reason: 'refused' | 'timeout') =>
  apiServers.map(instance =>
    instance.nodeName === host
      ? apiServerOn(host, {
          readyz: silent(reason),
          readyzChecks: [],
          certificates: notKnown(reason),
          metrics: notKnown(reason),
          version: notKnown(reason),
        })
      : instance,
  );

it.each`
  fault                               | given                                                                                                                           | changed
  ${'one API server stopped'}         | ${{ apiServers: without('cp3', 'refused') }}                                                                                    | ${{ 'apiserver-replica-count': 'warn', 'apiserver-readyz-each': 'warn' }}
  ${'all controller-managers frozen'} | ${{ leases: leasesOf([...leaderLeases(16), ...identities], history) }}                                                          | ${{ 'kcm-lease-fresh': 'fail' }}
  ${'all schedulers frozen'}          | ${{ leases: leasesOf([...leaderLeases(2, 16), ...identities], history) }}                                                       | ${{ 'scheduler-lease-fresh': 'fail' }}
  ${'a fail-closed webhook without endpoints'} | ${{ validatingWebhooks: [{
      configuration: 'policy',
      name: 'hook',
      failurePolicy: 'Fail',
      timeoutSeconds: 10,
      service: { namespace: 'policy', name: 'hook' },
      matchConditions: 0,
      rules: [{ apiGroups: [''], resources: ['pods'], operations: ['CREATE'] }],
    }] }} | ${{ 'webhook-failclosed-spof': 'fail' }}
  ${'the workers of a zone silent'}   | ${{ nodes: sound.nodes.map(node => (node.name === 'worker-c' ? nodeOf('worker-c', { zone: 'c', status: 'Unknown' }) : node)) }} | ${{ 'topology-zone-count': 'warn' }}
`('$fault changes what it concerns and nothing else', ({ given, changed }) => {
  expect(statuses({ ...sound, ...given })).toEqual({
    ...statuses(sound),
    ...changed,
  });
});

it.each(sectionNames)(
  'a reader without rights to %s makes the checks that read it unknown as forbidden, and leaves those that do not look at it',
  section => {
    const before = judged(sound);
    const after = judged({ ...sound, [section]: notKnown('forbidden') });
    for (const { id, reads, consults = [] } of own) {
      const reading = reads.includes(section);
      const known = before[id].status !== 'not-applicable';
      const became = after[id].status === 'unknown' ? after[id].reason : '';
      // Another section that it reads may be missing here already.
      const expected = reading && known ? 'forbidden' : became;
      expect([id, became]).toEqual([id, expected]);
      const untouched = reading || consults.includes(section);
      expect([id, untouched || after[id].status]).toEqual([
        id,
        untouched || before[id].status,
      ]);
    }
  },
);
