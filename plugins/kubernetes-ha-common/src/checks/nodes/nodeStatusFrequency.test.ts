/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { staticPod } from '../etcd/testing/etcdWith';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { nodeStatusFrequency as check } from './nodeStatusFrequency';
import {
  kubelets,
  kubeletWith,
  muteKubelet,
  noKubelet,
} from './testing/kubeletWith';
import { nodeWith } from './testing/nodeWith';

const version = { gitVersion: 'v1.37.2' };
const nodesOf = (amount: number) =>
  Array.from({ length: amount }, (_, i) => nodeWith(`n${i + 1}`));
/** What an explicit 10 s does without a word: the report period falls to the same. */
const storm = {
  nodeStatusUpdateFrequencySeconds: 10,
  nodeStatusReportFrequencySeconds: 10,
};

it.each`
  given                                                                              | nodes           | status       | rule
  ${kubelets(3)}                                                                     | ${nodesOf(3)}   | ${'pass'}    | ${'the defaults'}
  ${kubelets(3, storm)}                                                              | ${nodesOf(100)} | ${'pass'}    | ${'frequent reports of a hundred nodes'}
  ${kubelets(3, storm)}                                                              | ${nodesOf(101)} | ${'warn'}    | ${'frequent reports of more'}
  ${kubelets(101, storm)}                                                            | ${notKnown()}   | ${'warn'}    | ${'the kubelets count where nodes are not known'}
  ${kubelets(3, { nodeStatusReportFrequencySeconds: 300 })}                          | ${nodesOf(200)} | ${'pass'}    | ${'five minutes'}
  ${kubelets(3, { nodeStatusUpdateFrequencySeconds: 12.5 })}                         | ${nodesOf(3)}   | ${'pass'}    | ${'a quarter of the grace period'}
  ${kubelets(3, { nodeStatusUpdateFrequencySeconds: 13 })}                           | ${nodesOf(3)}   | ${'fail'}    | ${'more seldom than that'}
  ${[...kubelets(9), muteKubelet('m')]}                                              | ${nodesOf(10)}  | ${'pass'}    | ${'nine of ten told'}
  ${[...kubelets(8), muteKubelet('m')]}                                              | ${nodesOf(9)}   | ${'unknown'} | ${'fewer than nine of ten told'}
  ${[kubeletWith('n1', { nodeStatusUpdateFrequencySeconds: 60 }), muteKubelet('m')]} | ${nodesOf(2)}   | ${'fail'}    | ${'what is told counts'}
  ${[]}                                                                              | ${nodesOf(2)}   | ${'unknown'} | ${'no kubelet was asked'}
`('$status: $rule', ({ given, nodes, status }) => {
  expect(judge(check, { kubelets: given, nodes, version }).status).toBe(status);
});

it('accepts the defaults under the shorter grace period of older versions', () => {
  expect(
    judge(check, {
      kubelets: kubelets(3),
      version: { gitVersion: 'v1.30.0' },
    }).status,
  ).toBe('pass');
});

it('goes by the grace period that is set', () => {
  const pods = [
    staticPod(
      'kube-controller-manager',
      'cp1',
      '--node-monitor-grace-period=20s',
    ),
  ];
  expect(judge(check, { kubelets: kubelets(3), version, pods }).status).toBe(
    'fail',
  );
});

it.each`
  given                      | status              | rule
  ${notKnown('forbidden')}   | ${'unknown'}        | ${'configz may not be read'}
  ${absent('not reachable')} | ${'not-applicable'} | ${'kubelets are not part of the connection'}
`('$status: $rule', ({ given, status }) => {
  expect(judge(check, { kubelets: given }).status).toBe(status);
});

it('leaves nodes without a kubelet out', () => {
  const virtual = [noKubelet('v1'), noKubelet('v2')];
  const judged = (...real: ReturnType<typeof kubeletWith>[]) =>
    judge(check, { kubelets: [...real, ...virtual] }).status;
  expect(judged(kubeletWith('n1'))).toBe('pass');
  expect(judged()).toBe('not-applicable');
});
