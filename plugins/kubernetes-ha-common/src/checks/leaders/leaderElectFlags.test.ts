/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mirrorPodOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { leaderElectFlags } from './leaderElectFlags';

const KCM = 'kube-controller-manager';
const SCHEDULER = 'kube-scheduler';
const pods = (...flags: string[]) => [
  mirrorPodOf(KCM, 'cp1', flags),
  mirrorPodOf(KCM, 'cp2'),
  mirrorPodOf(SCHEDULER, 'cp1'),
  mirrorPodOf(SCHEDULER, 'cp2'),
];
const times = (lease: string, renew: string, retry: string) =>
  pods(
    `--leader-elect-lease-duration=${lease}`,
    `--leader-elect-renew-deadline=${renew}`,
    `--leader-elect-retry-period=${retry}`,
  );
const single = (...flags: string[]) => [
  mirrorPodOf(KCM, 'cp1', flags),
  mirrorPodOf(SCHEDULER, 'cp1', flags),
];

it.each`
  seen                                         | status       | rule
  ${pods()}                                    | ${'pass'}    | ${'the defaults'}
  ${pods('--leader-elect=true')}               | ${'pass'}    | ${'as kubeadm writes it'}
  ${pods('--leader-elect=false')}              | ${'fail'}    | ${'one of two acts without election'}
  ${single('--leader-elect=false')}            | ${'pass'}    | ${'a single copy has nobody to elect against'}
  ${times('58s', '40s', '2s')}                 | ${'pass'}    | ${'a failover of 60 s'}
  ${times('59s', '40s', '2s')}                 | ${'warn'}    | ${'a failover of more than 60 s'}
  ${times('10s', '10s', '2s')}                 | ${'fail'}    | ${'the lease is no longer than the renew deadline'}
  ${times('15s', '10s', '10s')}                | ${'fail'}    | ${'the renew deadline is no longer than the retry period'}
  ${pods('--config=/etc/kubernetes/kcm.yaml')} | ${'unknown'} | ${'a file may set it otherwise'}
  ${[mirrorPodOf(KCM, 'cp1')]}                 | ${'unknown'} | ${'the scheduler is not visible'}
  ${[]}                                        | ${'unknown'} | ${'no static pods'}
  ${notKnown('forbidden')}                     | ${'unknown'} | ${'pods not read'}
  ${absent()}                                  | ${'unknown'} | ${'pods not shown'}
`('$status: $rule', ({ seen, status }) => {
  expect(judge(leaderElectFlags, { pods: seen }).status).toBe(status);
});

it('does not apply where the provider runs them', () => {
  const options = { cluster: { platform: 'managed' as const } };
  expect(judge(leaderElectFlags, { pods: pods() }, options).status).toBe(
    'not-applicable',
  );
});

it('says how long a failover takes', () => {
  expect(judge(leaderElectFlags, { pods: pods() }).says).toContain(
    'a failover takes up to 17 s',
  );
});
