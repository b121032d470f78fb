/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { lbL7Healthcheck as check } from './lbL7Healthcheck';
import { balancers, haproxy, kubeVip, serverOf } from './testing/haproxyWith';

/**
 * Servers with the given check results and HTTP statuses, as `L7OK 401`; 200
 * where none is given. `none` is a server without a check.
 */
const checked = (...results: (string | undefined)[]) =>
  balancers(
    haproxy(
      'lb1',
      results.map((result, i) => {
        if (result === 'none') {
          return serverOf(i + 1, {
            status: 'no check',
            checkStatus: undefined,
          });
        }
        const [, checkStatus, code = '200'] =
          /^(.*?)(?: (\d+))?$/.exec(result ?? '') ?? [];
        return serverOf(i + 1, {
          checkStatus: checkStatus || undefined,
          checkCode: Number(code),
        });
      }),
    ),
  );
const unresolved = serverOf(4, {
  status: 'MAINT (resolution)',
  address: undefined,
  checkStatus: undefined,
  checkCode: undefined,
});

it.each`
  loadBalancers                                                                     | status              | rule
  ${checked('L7OK', 'L7OK', 'L7OK')}                                                | ${'pass'}           | ${'asked over HTTP'}
  ${checked('* L7OK', 'L7OK 204', 'L7OK')}                                          | ${'pass'}           | ${'a check under way, another 2xx'}
  ${checked('L7OK', 'L7STS 500', 'L7OK')}                                           | ${'pass'}           | ${'one is not ready, the others show what is asked'}
  ${checked('L7STS 500', 'L7TOUT', 'L7RSP')}                                        | ${'unknown'}        | ${'what is rejected does not show what would be accepted'}
  ${checked('L7OK 401', 'L7OK 401', 'L7OK 401')}                                    | ${'warn'}           | ${'401 comes before the health handlers'}
  ${checked('L7OK 403', 'L7OK 403', 'L7OK 403')}                                    | ${'warn'}           | ${'so does 403'}
  ${checked('L7OK 500', 'L7OK 500', 'L7OK 500')}                                    | ${'warn'}           | ${'500 is the answer of one that is not ready'}
  ${checked('L7OK 301', 'L7OK 301', 'L7OK 301')}                                    | ${'warn'}           | ${'a redirection is HAProxy’s default to accept, and no readiness'}
  ${checked('L7OK', 'L7OK', 'L7OKC 404')}                                           | ${'warn'}           | ${'404 passes on condition'}
  ${checked('L7OK', 'L7OK', '* L7OK 401')}                                          | ${'warn'}           | ${'one that accepts 401'}
  ${checked('L7OK 401', 'L4OK', 'L7OK')}                                            | ${'fail'}           | ${'one by its port only is worse'}
  ${checked('L7OK 0', 'L7OK 0', 'L7OK 0')}                                          | ${'unknown'}        | ${'a tcp-check does not show what it looks for'}
  ${balancers(haproxy('lb1', [serverOf(1), serverOf(2), serverOf(3), unresolved]))} | ${'pass'}           | ${'a slot without an address is not checked'}
  ${checked('L7OK', 'L4CON', 'L7OK')}                                               | ${'pass'}           | ${'a server that is gone says nothing, the others do'}
  ${checked('L6OK', 'L6OK', 'L6OK')}                                                | ${'warn'}           | ${'only the handshake'}
  ${checked('L7OK', 'L7OK', 'L6OK')}                                                | ${'warn'}           | ${'one by the handshake only'}
  ${checked('L4OK', 'L4OK', 'L4OK')}                                                | ${'fail'}           | ${'only the port'}
  ${checked('L4OK', 'L4CON', 'L4OK')}                                               | ${'fail'}           | ${'only the port, one of them closed'}
  ${checked('L7OK', 'L7OK', 'none')}                                                | ${'fail'}           | ${'one without any check'}
  ${checked('L4CON', 'L4TOUT', 'L6TOUT')}                                           | ${'unknown'}        | ${'all fail below what they may ask'}
  ${checked('INI', undefined, 'UNK')}                                               | ${'unknown'}        | ${'not checked yet'}
  ${balancers(haproxy('lb1', notKnown('timeout')))}                                 | ${'unknown'}        | ${'no statistics'}
  ${balancers(haproxy('lb1', [serverOf(1)]), haproxy('lb2', notKnown('tls')))}      | ${'unknown'}        | ${'one that does not let us look'}
  ${balancers(haproxy('lb1', [serverOf(1)]), haproxy('lb2', notKnown('refused')))}  | ${'pass'}           | ${'a lost one checks nobody'}
  ${balancers(kubeVip('vip1', 'cp1'))}                                              | ${'not-applicable'} | ${'no HAProxy'}
  ${absent()}                                                                       | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, status }) => {
  expect(judge(check, { loadBalancers }).status).toBe(status);
});

it('says what is probed, and where', () => {
  expect(
    judge(check, { loadBalancers: checked('L4OK', 'L7OK', 'L7OK') }),
  ).toMatchObject({
    says: 'only an open port is checked (L4OK): kube-apiserver/cp1',
    subjects: ['kube-apiserver/cp1'],
  });
});

it('names the status that counts as healthy', () => {
  expect(
    judge(check, { loadBalancers: checked('L7OK 401', 'L7OK 403', 'L7OK') })
      .says,
  ).toBe(
    'HTTP 401 and 403 counts as healthy, but an API server that is not ready returns it as well: kube-apiserver/cp1 and kube-apiserver/cp2',
  );
});

it('says that the path is not shown, and counts no slot without an address', () => {
  const servers = [serverOf(1), serverOf(2), unresolved];
  expect(
    judge(check, { loadBalancers: balancers(haproxy('lb1', servers)) }).says,
  ).toBe(
    'health checks answered with HTTP 2xx: 2 of 2 servers; the statistics do not show the path of the check',
  );
});
