/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  leaseOf,
  leasesOf,
  mirrorPodOf,
  nodeOf,
} from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { kcmUp } from './kcmUp';
import { schedulerUp } from './schedulerUp';

describe.each([
  { component: 'kube-controller-manager', check: kcmUp },
  { component: 'kube-scheduler', check: schedulerUp },
])('$check.id', ({ component, check }) => {
  const hosts = ['cp1', 'cp2', 'cp3'];
  const nodes = hosts.map(name => nodeOf(name));
  const pods = hosts.map(host => mirrorPodOf(component, host));
  const notReady = (host: string) =>
    mirrorPodOf(component, host, [], { ready: false });
  const lasting = (duration: number, ...ages: number[]) =>
    leasesOf(
      ages.map((age, i) =>
        leaseOf(hosts[i], age, {
          namespace: 'kube-node-lease',
          durationSeconds: duration,
        }),
      ),
    );
  const heartbeats = (...ages: number[]) => lasting(40, ...ages);

  it.each`
    given                                                                         | status              | rule
    ${{ pods, nodes }}                                                            | ${'pass'}           | ${'three Ready copies'}
    ${{ pods: [pods[0]], nodes }}                                                 | ${'pass'}           | ${'the only copy is up; leader-candidates asks for more'}
    ${{ pods: [...pods.slice(1), notReady('cp1')], nodes }}                       | ${'warn'}           | ${'one of three not Ready'}
    ${{ pods: hosts.map(notReady), nodes }}                                       | ${'fail'}           | ${'none Ready'}
    ${{ pods, nodes: [nodeOf('cp1', { status: 'Unknown' }), ...nodes.slice(1)] }} | ${'warn'}           | ${'Ready on a silent node proves nothing'}
    ${{ pods, nodes: nodes.slice(1) }}                                            | ${'warn'}           | ${'Ready on a node that is gone proves nothing'}
    ${{ pods, nodes, nodeLeases: heartbeats(40, 5, 5) }}                          | ${'pass'}           | ${'heartbeats within 40 s'}
    ${{ pods, nodes, nodeLeases: heartbeats(41, 5, 5) }}                          | ${'warn'}           | ${'a heartbeat older than 40 s'}
    ${{ pods, nodes, nodeLeases: lasting(240, 60, 5, 5) }}                        | ${'pass'}           | ${'a Lease that lasts for four minutes'}
    ${{ pods: [], nodes }}                                                        | ${'unknown'}        | ${'a control plane without static pods is not accused'}
    ${{ pods: [{ ...pods[0], mirror: false }], nodes }}                           | ${'unknown'}        | ${'an ordinary pod of that name'}
    ${{ pods: notKnown('forbidden'), nodes }}                                     | ${'unknown'}        | ${'pods not read'}
    ${{ pods, nodes: notKnown('forbidden') }}                                     | ${'unknown'}        | ${'nodes not read'}
    ${{ pods, nodes: absent() }}                                                  | ${'not-applicable'} | ${'nodes not shown'}
  `('$status: $rule', ({ given, status }) => {
    expect(judge(check, given).status).toBe(status);
  });

  it('does not apply where the provider runs it', () => {
    const options = { cluster: { platform: 'gke' as const } };
    expect(judge(check, { pods, nodes }, options).status).toBe(
      'not-applicable',
    );
  });

  it('distinguishes a copy that is not Ready from one whose kubelet is silent', () => {
    const result = judge(check, {
      pods: [notReady('cp1'), ...pods.slice(1)],
      nodes: [nodes[0], nodeOf('cp2', { status: 'Unknown' }), nodes[2]],
    });
    expect(result.says).toBe(
      `1 of 3 instances of ${component} up; not Ready on cp1; no heartbeat from the kubelet of cp2`,
    );
  });
});
