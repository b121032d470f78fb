/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { alertChecks, alertsOfCheck, checksOfAlert } from './alerts';
import { checks } from './registry';

describe('alerts of Prometheus', () => {
  it('lead to checks that exist, each once', () => {
    const ids = new Set(checks.map(({ id }) => id));
    for (const [alert, led] of Object.entries(alertChecks)) {
      expect([alert, led.filter(id => !ids.has(id))]).toEqual([alert, []]);
      expect([alert, new Set(led).size]).toEqual([alert, led.length]);
    }
  });

  it.each`
    alert                          | first                            | rule
    ${'etcdMembersDown'}           | ${'etcd-member-health'}          | ${'a member that is down'}
    ${'etcdInsufficientMembers'}   | ${'etcd-quorum-fault-tolerance'} | ${'a quorum at its end'}
    ${'etcdNoLeader'}              | ${'etcd-has-leader'}             | ${'no leader'}
    ${'KubeAPIDown'}               | ${'apiserver-readyz-each'}       | ${'an API server that is down'}
    ${'KubeControllerManagerDown'} | ${'kcm-up'}                      | ${'a controller-manager'}
    ${'KubeNodeUnreachable'}       | ${'node-lease-fresh'}            | ${'a node that is not heard'}
    ${'haproxydown'}               | ${'lb-redundancy'}               | ${'whatever case it is written in'}
    ${'ETCDMEMBERSDOWN'}           | ${'etcd-member-health'}          | ${'whatever case it is written in'}
    ${'Watchdog'}                  | ${undefined}                     | ${'what is none of ours'}
    ${'constructor'}               | ${undefined}                     | ${'a name that every object has'}
    ${''}                          | ${undefined}                     | ${'no name'}
  `('$alert leads to $first: $rule', ({ alert, first }) => {
    expect(checksOfAlert(alert)?.[0]).toBe(first);
  });

  it('are found by what they lead to first', () => {
    expect(alertsOfCheck('etcd-has-leader')).toEqual([
      'etcdNoLeader',
      'etcdHighNumberOfFailedProposals',
    ]);
    expect(alertsOfCheck('etcd-host-colocation')).toEqual([]);
  });
});
