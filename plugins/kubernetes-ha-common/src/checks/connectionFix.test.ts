/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { languages, say } from '../messages';
import type { FixComponent } from '../messages/en/connectionFix';
import { connectionFaults } from '../snapshot/connectionFailure';
import { unknownReasons } from '../snapshot/signal';
import {
  connectionFix,
  FailedRequest,
  isOwnFault,
  requestErrors,
} from './connectionFix';

const at = (rest: Partial<FailedRequest>): FailedRequest => ({
  name: 'cp-b',
  address: '10.0.0.2:2379',
  ...rest,
});

const said = (
  component: FixComponent,
  failed: FailedRequest[],
  language: 'en' | 'zh' = 'en',
) => {
  const fix = connectionFix(component, failed);
  return fix && say(fix, language);
};

const unreachable = (fault: (typeof connectionFaults)[number]) =>
  at({ reason: 'unreachable', failure: { fault } });
const tls = (fault: (typeof connectionFaults)[number]) =>
  at({ reason: 'tls', failure: { fault } });

describe('the fix of what is not answered', () => {
  it.each`
    component           | failed                                                            | fix                                                               | rule
    ${'etcd'}           | ${at({ reason: 'refused' })}                                      | ${/^the host of cp-b \(10.0.0.2:2379\) answers.*etcd runs there/} | ${'a refusal comes from a host that answers: the process is down'}
    ${'etcd'}           | ${at({ reason: 'refused' })}                                      | ${/kubeadm: .*k3s, RKE2: .*OpenShift: .*systemctl status etcd/}   | ${'it names where the process is looked at, by distribution'}
    ${'kube-apiserver'} | ${at({ reason: 'refused' })}                                      | ${/kube-apiserver.yaml.*openshift-kube-apiserver/}                | ${'of another component, its own'}
    ${'haproxy'}        | ${at({ reason: 'refused' })}                                      | ${/systemctl status haproxy/}                                     | ${'of a load balancer, its own'}
    ${'kubelet'}        | ${at({ reason: 'refused' })}                                      | ${/systemctl status kubelet/}                                     | ${'of a kubelet, its own'}
    ${'etcd'}           | ${at({ reason: 'refused', failure: { fault: 'closed' } })}        | ${/accepts the connection and closes it/}                         | ${'accepted and closed is not down'}
    ${'etcd'}           | ${at({ reason: 'timeout' })}                                      | ${/host is up, then the route and the firewall/}                  | ${'silence is the host or the network'}
    ${'api-path'}       | ${at({ reason: 'timeout' })}                                      | ${/who holds the virtual IP/}                                     | ${'a silent virtual IP is held by nobody'}
    ${'etcd'}           | ${unreachable('no-route')}                                        | ${/^there is no route/}                                           | ${'no route'}
    ${'etcd'}           | ${unreachable('name-not-found')}                                  | ${/does not resolve/}                                             | ${'no such name'}
    ${'etcd'}           | ${at({ reason: 'unreachable' })}                                  | ${/cannot be reached/}                                            | ${'a snapshot of an earlier version does not say which'}
    ${'etcd'}           | ${tls('certificate-expired')}                                     | ${/has expired: renew it/}                                        | ${'expired'}
    ${'etcd'}           | ${tls('certificate-not-yet-valid')}                               | ${/clocks/}                                                       | ${'from the future is a clock'}
    ${'etcd'}           | ${tls('name-mismatch')}                                           | ${/for another name/}                                             | ${'another name'}
    ${'etcd'}           | ${tls('client-certificate')}                                      | ${/client certificate of the reader/}                             | ${'the other side refuses ours'}
    ${'etcd'}           | ${tls('no-tls')}                                                  | ${/without TLS/}                                                  | ${'plain HTTP'}
    ${'etcd'}           | ${at({ reason: 'unauthorised', status: 401 })}                    | ${/\(401\): renew/}                                               | ${'401 is the credential'}
    ${'etcd'}           | ${at({ status: 403 })}                                            | ${/\(403\): apply manifests/}                                     | ${'403 is rights'}
    ${'kube-apiserver'} | ${at({ status: 503, failedChecks: ['etcd', 'poststarthook/x'] })} | ${/failed checks: etcd and poststarthook\/x/}                     | ${'a 5xx with the page of its checks names the failed one'}
    ${'kube-apiserver'} | ${at({ status: 500 })}                                            | ${/log of kube-apiserver/}                                        | ${'a 5xx without one leads to the log'}
    ${'etcd'}           | ${at({ reason: 'stale' })}                                        | ${undefined}                                                      | ${'what is no failure of a request has no such fix'}
  `('$rule', ({ component, failed, fix }) => {
    // None is the empty sentence.
    expect(said(component, [failed]) ?? '').toMatch(fix ?? /^$/);
  });

  it('shows for an unknown authority who signed the certificate beside whom we trust', () => {
    expect(
      said('etcd', [
        at({
          reason: 'tls',
          failure: {
            fault: 'unknown-authority',
            trusted: { setting: 'etcd.caFile', subjects: ['CN=etcd-ca'] },
          },
          issuer: 'CN=kubernetes',
        }),
      ]),
    ).toBe(
      'the certificate of cp-b (10.0.0.2:2379) is signed by CN=kubernetes, which is not trusted here: etcd.caFile holds CN=etcd-ca. Put the CA that signs it into etcd.caFile',
    );
  });

  it('takes the issuer of the probe itself before that of another reading', () => {
    expect(
      said('haproxy', [
        at({
          reason: 'tls',
          failure: { fault: 'unknown-authority', issuer: 'CN=now' },
          issuer: 'CN=before',
        }),
      ]),
    ).toContain('CN=now');
  });

  it('has a sentence for each reason where several differ, and names who is meant', () => {
    expect(
      said('etcd', [
        at({ reason: 'refused' }),
        { name: 'cp-c', address: '10.0.0.3:2379', reason: 'timeout' },
      ]),
    ).toMatch(
      /cp-b \(10.0.0.2:2379\) answers.*; cp-c \(10.0.0.3:2379\) does not/,
    );
  });

  it('never says to replace what the reader cannot ask, in any language', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.constantFrom('cp-a', 'cp-b'),
            reason: fc.constantFrom(...unknownReasons),
            failure: fc.option(
              fc.record({ fault: fc.constantFrom(...connectionFaults) }),
              { nil: undefined },
            ),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        failed => {
          for (const language of languages) {
            expect(said('etcd', failed, language) ?? '').not.toMatch(
              /replace|remove|替换|移除|undefined/,
            );
          }
        },
      ),
    );
  });
});

it.each`
  failed                                        | own      | rule
  ${[tls('unknown-authority')]}                 | ${true}  | ${'a CA of ours'}
  ${[at({ status: 401 })]}                      | ${true}  | ${'a credential of ours'}
  ${[unreachable('name-not-found')]}            | ${true}  | ${'a name in our configuration'}
  ${[at({ reason: 'refused' })]}                | ${false} | ${'a process that is down'}
  ${[tls('certificate-expired')]}               | ${false} | ${'a certificate of the other side'}
  ${[tls('no-tls'), at({ reason: 'timeout' })]} | ${false} | ${'one of two is down'}
  ${[]}                                         | ${false} | ${'nothing failed'}
`('a fault of our own connection: $rule', ({ failed, own }) => {
  expect(isOwnFault(failed)).toBe(own);
});

it('the error stands with the address where it was observed', () => {
  expect(
    requestErrors([
      at({ reason: 'refused', detail: 'connect ECONNREFUSED 10.0.0.2:2379' }),
      at({ status: 503 }),
      { name: 'https://lb', address: 'https://lb', reason: 'timeout' },
      at({}),
    ]),
  ).toEqual([
    'cp-b (10.0.0.2:2379): connect ECONNREFUSED 10.0.0.2:2379',
    'cp-b (10.0.0.2:2379): HTTP 503',
    'https://lb: timeout',
  ]);
});
