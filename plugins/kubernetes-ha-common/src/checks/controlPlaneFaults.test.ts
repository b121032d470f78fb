/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName, SectionValues } from '../snapshot/clusterSnapshot';
import { sectionNames } from '../snapshot/clusterSnapshot';
import { unknownReasons } from '../snapshot/signal';
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
import { certificateFor, dead, etcdOf, voter } from './etcd/testing/etcdWith';
import {
  balancers,
  haproxy,
  okIn,
  pathOf,
  serverOf,
} from './loadbalancer/testing/haproxyWith';
import type { Check } from './check';
import type { CheckStatus } from './layers';
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
const memberOn = (nodeName: string, i: number) => ({
  nodeName,
  zone: zones[i],
  hash: observed({ hash: '1', revision: 8000, compactRevision: 7000 }),
  certificates: observed([
    certificateFor(365),
    certificateFor(365, { usage: 'etcd-peer-port' }),
  ]),
});
const pool = hosts.map((name, i) =>
  serverOf(i + 1, { name, address: `${name}.test:6443` }),
);

const sound = {
  version: { gitVersion: 'v1.37.2' },
  nodes: [
    ...hosts.map((host, i) =>
      nodeOf(host, {
        zone: zones[i],
        controlPlane: true,
        taints: [
          {
            key: 'node-role.kubernetes.io/control-plane',
            effect: 'NoSchedule',
          },
        ],
      }),
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
  etcd: etcdOf(hosts.map((host, i) => voter(`m${i + 1}`, memberOn(host, i)))),
  loadBalancers: balancers(haproxy('lb1', pool), haproxy('lb2', pool)),
  apiPath: {
    ...pathOf(okIn(20), okIn(20), okIn(20)),
    url: 'https://api.test:6443/readyz',
    certificates: observed([certificateFor(300)]),
  },
  clusterInfo: { apiServerUrl: 'https://api.test:6443' },
  kubeadmConfig: {
    externalEtcdEndpoints: [],
    controlPlaneEndpoint: 'api.test:6443',
  },
  kubeProxyConfig: { mode: 'nftables' },
  validatingWebhooks: [],
  mutatingWebhooks: [],
  apiServices: [],
} satisfies { [K in SectionName]?: SectionValues[K] };

/** Statuses by check. */
function judged(given: Parameters<typeof snapshotWith>[0]) {
  return Object.fromEntries(
    runChecks(checks, snapshotWith(given)).map(result => [
      result.checkId,
      result,
    ]),
  );
}
const statuses = (given: Parameters<typeof snapshotWith>[0]) =>
  Object.fromEntries(
    Object.entries(judged(given)).map(([id, { status }]) => [id, status]),
  );

it('finds nothing wrong with a sound cluster, and nothing critical unknown', () => {
  const bad = Object.entries(judged(sound)).filter(
    ([, { status, severity }]) =>
      status === 'fail' || (status === 'unknown' && severity === 'critical'),
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
  ${'one etcd member stopped'}        | ${{ etcd: etcdOf([voter('m1', memberOn('cp1', 0)), voter('m2', memberOn('cp2', 1)), dead('m3', { nodeName: 'cp3' })]) }}        | ${{ 'etcd-quorum-fault-tolerance': 'fail', 'etcd-member-health': 'warn' }}
  ${'one load balancer stopped'}      | ${{ loadBalancers: balancers(haproxy('lb1', pool), haproxy('lb2', notKnown('refused'))) }}                                      | ${{ 'lb-redundancy': 'fail' }}
  ${'health checks that only open the port'} | ${{ loadBalancers: balancers(
    haproxy(
      'lb1',
      pool.map(server => ({ ...server, checkStatus: 'L4OK' })),
    ),
  ) }} | ${{ 'lb-l7-healthcheck': 'fail', 'lb-redundancy': 'unknown', 'apiserver-graceful-shutdown': 'fail' }}
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
    }] }} | ${{ 'webhook-failclosed-spof': 'fail', 'webhook-callable': 'fail' }}
  ${'the workers of a zone silent'}   | ${{ nodes: sound.nodes.map(node => (node.name === 'worker-c' ? nodeOf('worker-c', { zone: 'c', status: 'Unknown' }) : node)) }} | ${{ 'topology-zone-count': 'warn', 'node-ready-ratio': 'fail' }}
`('$fault changes what it concerns and nothing else', ({ given, changed }) => {
  expect(statuses({ ...sound, ...given })).toEqual({
    ...statuses(sound),
    ...changed,
  });
});

/** What a check may say once a section is forbidden: what is not seen is no fault. */
function allowed(
  section: SectionName,
  { reads, consults = [] }: Pick<Check, 'reads' | 'consults'>,
  was: CheckStatus,
): string[] {
  if (reads.includes(section) && was !== 'not-applicable') {
    return ['unknown: forbidden'];
  }
  return reads.includes(section) ||
    consults.includes(section) ||
    was === 'unknown'
    ? [was, ...unknownReasons.map(reason => `unknown: ${reason}`)]
    : [was];
}

it.each(sectionNames)(
  'a reader without rights to %s makes the checks that read it unknown as forbidden, those that consult it no worse than unknown, and leaves the others',
  section => {
    const before = judged(sound);
    const after = judged({ ...sound, [section]: notKnown('forbidden') });
    for (const { id, reads, consults = [] } of checks) {
      const { status, reason } = after[id];
      const was = before[id].status;
      expect([id, allowed(section, { reads, consults }, was)]).toEqual([
        id,
        expect.arrayContaining([
          status === 'unknown' ? `unknown: ${reason}` : status,
        ]),
      ]);
    }
  },
);
