/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { lbL7Healthcheck as check } from './lbL7Healthcheck';
import { balancers, haproxy, kubeVip, serverOf } from './testing/haproxyWith';

/** Servers with the given check results; `none` is a server without a check. */
const checked = (...results: (string | undefined)[]) =>
  balancers(
    haproxy(
      'lb1',
      results.map((checkStatus, i) =>
        serverOf(
          i + 1,
          checkStatus === 'none'
            ? { status: 'no check', checkStatus: undefined }
            : { checkStatus },
        ),
      ),
    ),
  );

it.each`
  loadBalancers                                                                    | status              | rule
  ${checked('L7OK', 'L7OK', 'L7OK')}                                               | ${'pass'}           | ${'asked over HTTP'}
  ${checked('* L7OK', 'L7OKC', 'L7OK')}                                            | ${'pass'}           | ${'a check under way, a conditional answer'}
  ${checked('L7OK', 'L7STS', 'L7OK')}                                              | ${'pass'}           | ${'a bad answer proves that it was asked'}
  ${checked('L7STS', 'L7TOUT', 'L7RSP')}                                           | ${'pass'}           | ${'even if none answers well'}
  ${checked('L7OK', 'L4CON', 'L7OK')}                                              | ${'pass'}           | ${'a server that is gone says nothing, the others do'}
  ${checked('L6OK', 'L6OK', 'L6OK')}                                               | ${'warn'}           | ${'only the handshake'}
  ${checked('L7OK', 'L7OK', 'L6OK')}                                               | ${'warn'}           | ${'one by the handshake only'}
  ${checked('L4OK', 'L4OK', 'L4OK')}                                               | ${'fail'}           | ${'only the port'}
  ${checked('L4OK', 'L4CON', 'L4OK')}                                              | ${'fail'}           | ${'only the port, one of them closed'}
  ${checked('L7OK', 'L7OK', 'none')}                                               | ${'fail'}           | ${'one without any check'}
  ${checked('L4CON', 'L4TOUT', 'L6TOUT')}                                          | ${'unknown'}        | ${'all fail below what they may ask'}
  ${checked('INI', undefined, 'UNK')}                                              | ${'unknown'}        | ${'not checked yet'}
  ${balancers(haproxy('lb1', notKnown('timeout')))}                                | ${'unknown'}        | ${'no statistics'}
  ${balancers(haproxy('lb1', [serverOf(1)]), haproxy('lb2', notKnown('tls')))}     | ${'unknown'}        | ${'one that does not let us look'}
  ${balancers(haproxy('lb1', [serverOf(1)]), haproxy('lb2', notKnown('refused')))} | ${'pass'}           | ${'a lost one checks nobody'}
  ${balancers(kubeVip('vip1', 'cp1'))}                                             | ${'not-applicable'} | ${'no HAProxy'}
  ${absent()}                                                                      | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, status }) => {
  expect(judge(check, { loadBalancers }).status).toBe(status);
});

it('says what is looked at, and where', () => {
  expect(
    judge(check, { loadBalancers: checked('L4OK', 'L7OK', 'L7OK') }),
  ).toMatchObject({
    says: 'only an open port is checked (L4OK): kube-apiserver/cp1',
    subjects: ['kube-apiserver/cp1'],
  });
});
