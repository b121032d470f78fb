/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { nodeGracefulShutdown as check } from './nodeGracefulShutdown';
import {
  kubelets,
  kubeletWith,
  muteKubelet,
  noKubelet,
} from './testing/kubeletWith';
import { nodeWith } from './testing/nodeWith';

const grace = (total: number, critical: number) => ({
  shutdownGracePeriodSeconds: total,
  shutdownGracePeriodCriticalPodsSeconds: critical,
});

it.each`
  given                                                           | status              | rule
  ${kubelets(3, grace(30, 10))}                                   | ${'pass'}           | ${'twenty seconds for ordinary pods'}
  ${kubelets(3, grace(30, 0))}                                    | ${'pass'}           | ${'all of it for ordinary pods'}
  ${kubelets(3, { shutdownGracePeriodByPodPrioritySeconds: 60 })} | ${'pass'}           | ${'a period for each priority'}
  ${kubelets(3)}                                                  | ${'warn'}           | ${'the default is none'}
  ${kubelets(3, grace(30, 30))}                                   | ${'warn'}           | ${'all of it for critical pods'}
  ${[...kubelets(9, grace(30, 10)), kubeletWith('x')]}            | ${'warn'}           | ${'one without'}
  ${[...kubelets(9, grace(30, 10)), muteKubelet('x')]}            | ${'pass'}           | ${'nine of ten told'}
  ${[...kubelets(8, grace(30, 10)), muteKubelet('x')]}            | ${'unknown'}        | ${'fewer than nine of ten told'}
  ${[]}                                                           | ${'unknown'}        | ${'no kubelet was asked'}
  ${notKnown('forbidden')}                                        | ${'unknown'}        | ${'configz may not be read'}
  ${absent()}                                                     | ${'not-applicable'} | ${'kubelets are not part of it'}
`('$status: $rule', ({ given, status }) => {
  expect(judge(check, { kubelets: given }).status).toBe(status);
});

it('leaves Windows nodes out', () => {
  const nodes = [
    nodeWith('win', { operatingSystem: 'windows' }),
    nodeWith('n1'),
  ];
  const windows = kubeletWith('win');
  const linux = kubeletWith('n1', grace(30, 10));
  expect(judge(check, { kubelets: [windows, linux], nodes }).status).toBe(
    'pass',
  );
  expect(judge(check, { kubelets: [windows], nodes }).status).toBe(
    'not-applicable',
  );
});

it('leaves nodes without a kubelet out', () => {
  const virtual = [noKubelet('v1'), noKubelet('v2')];
  const judged = (...real: ReturnType<typeof kubeletWith>[]) =>
    judge(check, { kubelets: [...real, ...virtual] }).status;
  expect(judged(kubeletWith('n1', grace(30, 10)))).toBe('pass');
  expect(judged()).toBe('not-applicable');
});
