/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { leaseOf, leasesOf, mirrorPodOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { kcmLeaseFresh } from './kcmLeaseFresh';
import { schedulerLeaseFresh } from './schedulerLeaseFresh';

describe.each([
  { component: 'kube-controller-manager', check: kcmLeaseFresh },
  { component: 'kube-scheduler', check: schedulerLeaseFresh },
])('$check.id', ({ component, check }) => {
  const aged = (age: number, durationSeconds: number = 15) =>
    leasesOf([leaseOf(component, age, { durationSeconds })]);

  const copies = (...flags: string[]) =>
    ['cp1', 'cp2'].map(node => mirrorPodOf(component, node, flags));
  // client-go writes a duration of one second when it releases.
  const released = (age: number) =>
    leasesOf([leaseOf(component, age, { holder: '', durationSeconds: 1 })]);

  it.each`
    leases                                                                | status       | rule
    ${aged(2)}                                                            | ${'pass'}    | ${'renewed two seconds ago'}
    ${aged(10)}                                                           | ${'pass'}    | ${'at the renew deadline'}
    ${aged(10.5)}                                                         | ${'warn'}    | ${'after the renew deadline'}
    ${aged(15)}                                                           | ${'warn'}    | ${'at the end of the lease'}
    ${aged(15.5)}                                                         | ${'fail'}    | ${'after the lease ran out'}
    ${aged(90, 137)}                                                      | ${'pass'}    | ${'a longer lease has a later deadline'}
    ${aged(100, 137)}                                                     | ${'warn'}    | ${'past the deadline of a longer lease'}
    ${aged(138, 137)}                                                     | ${'fail'}    | ${'past a longer lease'}
    ${released(2)}                                                        | ${'warn'}    | ${'released, a standby may take it yet'}
    ${released(15.5)}                                                     | ${'fail'}    | ${'released, and nobody has taken it'}
    ${leasesOf([leaseOf(component, 2, { renewTime: undefined })])}        | ${'fail'}    | ${'never renewed'}
    ${leasesOf([leaseOf(component, 12, { durationSeconds: undefined })])} | ${'warn'}    | ${'without a duration of its own the default counts'}
    ${leasesOf([leaseOf('another', 2)])}                                  | ${'fail'}    | ${'no such lease, though copies elect by it'}
    ${leasesOf([leaseOf(component, 2, { namespace: 'elsewhere' })])}      | ${'fail'}    | ${'in another namespace'}
    ${aged(-5)}                                                           | ${'pass'}    | ${'clocks differ by seconds'}
    ${aged(-6)}                                                           | ${'unknown'} | ${'a clock that is ahead would look fresh after death'}
  `('$status: $rule', ({ leases, status }) => {
    expect(judge(check, { leases, pods: copies() }).status).toBe(status);
  });

  it('goes by the clock of the server, not by ours', () => {
    const leases = leasesOf(
      [leaseOf(component, 0, { renewTime: secondsAgo(302) })],
      {
        serverTime: secondsAgo(300),
      },
    );
    expect(judge(check, { leases }).status).toBe('pass');
  });

  it.each`
    leases                   | platform          | status              | rule
    ${leasesOf([])}          | ${'eks'}          | ${'unknown'}        | ${'a provider may keep its leases elsewhere'}
    ${leasesOf([])}          | ${'openshift'}    | ${'unknown'}        | ${'OpenShift keeps it in a namespace of its own'}
    ${leasesOf([])}          | ${'self-managed'} | ${'fail'}           | ${'the leases were read and it is not there'}
    ${aged(20)}              | ${'eks'}          | ${'fail'}           | ${'what a provider shows is judged'}
    ${notKnown('forbidden')} | ${'self-managed'} | ${'unknown'}        | ${'leases not read'}
    ${absent()}              | ${'eks'}          | ${'not-applicable'} | ${'leases not shown'}
  `('$status on $platform: $rule', ({ leases, platform, status }) => {
    const options = { cluster: { platform } };
    const given = { leases, pods: copies() };
    expect(judge(check, given, options).status).toBe(status);
  });

  it.each`
    pods                                       | status              | rule
    ${copies('--leader-elect=false').slice(1)} | ${'not-applicable'} | ${'a copy that is alone need not elect'}
    ${copies('--leader-elect=false')}          | ${'fail'}           | ${'two copies without an election'}
    ${copies('--config=/etc/c.yaml').slice(1)} | ${'unknown'}        | ${'whether it elects is in a file'}
    ${copies().slice(1)}                       | ${'fail'}           | ${'a copy that is alone and elects'}
    ${[]}                                      | ${'unknown'}        | ${'no copy is seen: it may be made in another way'}
    ${notKnown('forbidden')}                   | ${'unknown'}        | ${'copies may not be seen'}
  `('without the Lease, $status: $rule', ({ pods, status }) => {
    expect(judge(check, { leases: leasesOf([]), pods }).status).toBe(status);
  });

  it('says who leads', () => {
    expect(judge(check, { leases: aged(2) }).says).toBe(
      `cp1_${component} is the leader and renewed its Lease 2 s ago`,
    );
  });
});
