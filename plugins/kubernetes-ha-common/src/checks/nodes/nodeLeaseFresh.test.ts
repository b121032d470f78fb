/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
} from '../../testing/snapshotWith';
import { nodeLeaseFresh as check } from './nodeLeaseFresh';
import { staticPod } from '../etcd/testing/etcdWith';
import { controlPlaneNode, leasesAged, nodeWith } from './testing/nodeWith';

/** Twenty workers, of which the given ones have leases of the given ages; the others are fresh. */
function twenty(ages: Record<string, number | undefined> = {}) {
  const names = Array.from({ length: 20 }, (_, i) => `n${i + 1}`);
  return {
    nodes: names.map(name => nodeWith(name)),
    nodeLeases: leasesAged({
      ...Object.fromEntries(names.map(name => [name, 5])),
      ...ages,
    }),
    version: { gitVersion: 'v1.37.2' },
  };
}

it.each`
  given                         | status       | rule
  ${twenty()}                   | ${'pass'}    | ${'all fresh'}
  ${twenty({ n1: 40 })}         | ${'pass'}    | ${'as old as the lease lasts'}
  ${twenty({ n1: 41 })}         | ${'warn'}    | ${'older than that'}
  ${twenty({ n1: 51 })}         | ${'warn'}    | ${'one of twenty lost'}
  ${twenty({ n1: 51, n2: 50 })} | ${'warn'}    | ${'a second one, late and not lost'}
  ${twenty({ n1: 51, n2: 51 })} | ${'fail'}    | ${'a tenth of the nodes lost'}
  ${twenty({ n1: undefined })}  | ${'warn'}    | ${'a lease that was never renewed'}
  ${twenty({ n1: -5 })}         | ${'pass'}    | ${'clocks differ by seconds'}
  ${twenty({ n1: -30 })}        | ${'unknown'} | ${'a kubelet whose clock is ahead would look fresh after death'}
  ${twenty({ n1: 75 })}         | ${'unknown'} | ${'a node that is Ready though long lost: its clock is behind'}
  ${twenty({ n1: 70 })}         | ${'warn'}    | ${'the node controller may not have looked yet'}
  ${twenty({ gone: 9000 })}     | ${'pass'}    | ${'the lease of a node that is gone'}
`('$status: $rule', ({ given, status }) => {
  expect(judge(check, given).status).toBe(status);
});

it('fails for a single control-plane node', () => {
  const given = twenty({ cp1: 51 });
  expect(
    judge(check, {
      ...given,
      nodes: [...given.nodes, controlPlaneNode('cp1')],
    }),
  ).toMatchObject({ status: 'fail', subjects: ['cp1'] });
});

const readAt = (seconds: number, names: string[]) => ({
  ...observed(names.map(name => nodeWith(name, { createdAt: undefined }))),
  observedAt: secondsAgo(seconds),
  intervalSeconds: 120,
});

it.each`
  nodes                        | status    | rule
  ${readAt(4, ['n1', 'n2'])}   | ${'fail'} | ${'nodes read after the Leases: one never had a heartbeat'}
  ${readAt(120, ['n1', 'n2'])} | ${'pass'} | ${'nodes read before the Leases: one may have left since'}
`('without a Lease, $status: $rule', ({ nodes, status }) => {
  const nodeLeases = leasesAged({ n1: 5 });
  expect(judge(check, { nodes, nodeLeases }).status).toBe(status);
});

it('takes a silent node for dead while it was Ready in an older reading', () => {
  const nodeLeases = leasesAged({ n1: 5, n2: 5, n3: 100 });
  const nodes = readAt(60, ['n1', 'n2', 'n3']);
  expect(judge(check, { nodes, nodeLeases }).status).toBe('fail');
});

it('blames no clock while nobody can write heartbeats', () => {
  const nodeLeases = leasesAged({ n1: 200, n2: 200, n3: 200 });
  const nodes = ['n1', 'n2', 'n3'].map(name => nodeWith(name));
  expect(judge(check, { nodes, nodeLeases }).status).toBe('fail');
});

const lasting = (durationSeconds: number, ages: Record<string, number>) => {
  const given = twenty(ages);
  const leases = given.nodeLeases.leases.map(lease => ({
    ...lease,
    durationSeconds,
  }));
  return { ...given, nodeLeases: { ...given.nodeLeases, leases } };
};
const grace = (...periods: string[]) =>
  periods.map((period, i) =>
    staticPod(
      'kube-controller-manager',
      `cp${i}`,
      `--node-monitor-grace-period=${period}`,
    ),
  );

it.each`
  given                                 | pods                   | status    | rule
  ${lasting(240, { n1: 60, n2: 60 })}   | ${grace('5m')}         | ${'pass'} | ${'a Lease of four minutes, renewed each minute'}
  ${lasting(240, { n1: 250 })}          | ${grace('5m')}         | ${'warn'} | ${'older than it lasts, within the grace'}
  ${lasting(240, { n1: 301, n2: 301 })} | ${grace('5m')}         | ${'fail'} | ${'older than a grace of five minutes'}
  ${twenty({ n1: 30, n2: 30 })}         | ${grace('20s')}        | ${'fail'} | ${'a grace of twenty seconds, shorter than the Lease'}
  ${twenty({ n1: 30, n2: 30 })}         | ${grace('20s', '60s')} | ${'pass'} | ${'one controller-manager of two waits for longer'}
  ${lasting(240, { n1: 60, n2: 60 })}   | ${grace()}             | ${'fail'} | ${'a long Lease under the default grace'}
  ${lasting(0, { n1: 41 })}             | ${grace('5m')}         | ${'warn'} | ${'a Lease without a duration lasts as long as by default'}
`('by the grace in force, $status: $rule', ({ given, pods, status }) => {
  expect(judge(check, { ...given, pods }).status).toBe(status);
});

it('waits for no heartbeat of a virtual node', () => {
  const nodeLeases = leasesAged({ n1: 5 });
  const virtual = nodeWith('aci', { labels: { type: 'virtual-kubelet' } });
  const nodes = [nodeWith('n1'), virtual];
  expect(judge(check, { nodes, nodeLeases }).status).toBe('pass');
});

it('goes by the shorter grace period of older versions', () => {
  const given = twenty({ n1: 45, n2: 45 });
  expect(judge(check, given).status).toBe('warn');
  expect(
    judge(check, { ...given, version: { gitVersion: 'v1.31.9' } }).status,
  ).toBe('fail');
});

it('does not take the Leases for nodes while the nodes are not known', () => {
  const nodeLeases = leasesAged({ n1: 5, gone: 300 });
  expect(
    judge(check, { nodeLeases, nodes: notKnown('forbidden') }),
  ).toMatchObject({ status: 'unknown', reason: 'forbidden' });
});

it.each`
  nodeLeases               | status              | rule
  ${notKnown('forbidden')} | ${'unknown'}        | ${'leases may not be read'}
  ${absent()}              | ${'not-applicable'} | ${'leases are not part of it'}
  ${leasesAged({})}        | ${'not-applicable'} | ${'no nodes, no leases'}
`('$status: $rule', ({ nodeLeases, status }) => {
  expect(judge(check, { nodeLeases, nodes: [] }).status).toBe(status);
});
