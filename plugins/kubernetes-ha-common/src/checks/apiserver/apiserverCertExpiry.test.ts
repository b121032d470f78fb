/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import type { ApiPathInfo } from '../../snapshot/sections/loadBalancers';
import type { CertificateInfo } from '../../snapshot/sections/certificate';
import { apiServerOn, silent } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
} from '../../testing/snapshotWith';
import { apiserverCertExpiry } from './apiserverCertExpiry';

const YEAR = 365;
const certificate = (
  days: number,
  endpoint = 'cp1:6443',
  lifetimeDays = YEAR,
): CertificateInfo => ({
  endpoint,
  usage: 'apiserver-serving',
  subject: 'CN=kube-apiserver',
  issuer: 'CN=kubernetes',
  notBefore: secondsAgo((lifetimeDays - days) * 86_400),
  notAfter: secondsAgo(-days * 86_400),
  isCa: false,
  fingerprint: '00',
});
const showing = (days: number, lifetimeDays?: number) =>
  apiServerOn('cp1', {
    certificates: observed([certificate(days, 'cp1:6443', lifetimeDays)]),
  });
const pathShowing = (days: number): ApiPathInfo => ({
  url: 'https://api.test:6443',
  attempts: [{ status: 200 }],
  certificates: observed([certificate(days, 'api.test:6443')]),
  consecutiveFailures: 0,
});
const judged = (given: Parameters<typeof judge>[1]) =>
  judge(apiserverCertExpiry, { apiPath: absent(), ...given });

it.each`
  days     | status    | rule
  ${365}   | ${'pass'} | ${'a year left'}
  ${30.01} | ${'pass'} | ${'just more than 30 days'}
  ${30}    | ${'warn'} | ${'30 days'}
  ${7.01}  | ${'warn'} | ${'just more than 7 days'}
  ${7}     | ${'fail'} | ${'7 days'}
  ${-1}    | ${'fail'} | ${'expired'}
`('$status: $rule', ({ days, status }) => {
  expect(judged({ apiServers: [showing(days)] }).status).toBe(status);
});

it.each`
  lifetime | days  | status    | rule
  ${30}    | ${29} | ${'pass'} | ${'thirty days by design, from the first day on'}
  ${30}    | ${15} | ${'pass'} | ${'thirty days, about to be renewed'}
  ${30}    | ${4}  | ${'warn'} | ${'thirty days, and nobody renewed it'}
  ${6}     | ${6}  | ${'pass'} | ${'six days, new'}
  ${3650}  | ${20} | ${'warn'} | ${'ten years, and the last month'}
`(
  'a certificate that lives for $lifetime days, $status: $rule',
  ({ lifetime, days, status }) => {
    expect(judged({ apiServers: [showing(days, lifetime)] }).status).toBe(
      status,
    );
  },
);

it('speaks of the one that is worse off, not of the one that ends first', () => {
  const short = apiServerOn('cp1', {
    certificates: observed([certificate(4, 'cp1:6443', 30)]),
  });
  const long = apiServerOn('cp2', {
    certificates: observed([certificate(6, 'cp2:6443', YEAR)]),
  });
  expect(judged({ apiServers: [short, long] })).toMatchObject({
    status: 'fail',
    says: expect.stringContaining('at cp2:6443 expires in 6 d of 365 d'),
  });
});

it('assesses the load-balanced path too, also where no instance is shown', () => {
  expect(judged({ apiServers: absent(), apiPath: pathShowing(3) }).status).toBe(
    'fail',
  );
  expect(
    judged({ apiServers: [showing(90)], apiPath: pathShowing(20) }).status,
  ).toBe('warn');
});

it.each`
  apiServers                                                                  | seen   | status    | rule
  ${absent()}                                                                 | ${600} | ${'fail'} | ${'where no instance is asked itself'}
  ${[showing(90), apiServerOn('cp2', { certificates: notKnown('timeout') })]} | ${600} | ${'fail'} | ${'while one of them is not seen itself'}
  ${[showing(90)]}                                                            | ${600} | ${'pass'} | ${'no longer once all were asked themselves'}
  ${[showing(90)]}                                                            | ${-1}  | ${'fail'} | ${'until all were asked again'}
`(
  'what a server behind the load balancer showed before counts $rule',
  ({ apiServers, seen, status }) => {
    const now = certificate(300, 'api.test:6443');
    const before = { ...certificate(3, 'api.test:6443'), fingerprint: '01' };
    const apiPath: ApiPathInfo = {
      ...pathShowing(300),
      certificates: observed([now, { ...before, lastSeen: secondsAgo(seen) }]),
    };
    expect(judged({ apiServers, apiPath }).status).toBe(status);
  },
);

it('does not wait for the certificate of an instance that is down', () => {
  const down = apiServerOn('cp2', {
    readyz: silent('refused'),
    certificates: notKnown('refused'),
  });
  expect(judged({ apiServers: [showing(90), down] }).status).toBe('pass');
});

it('does not pass an instance that answers and shows no certificate', () => {
  const hidden = apiServerOn('cp2', { certificates: notKnown('tls', 'bad') });
  expect(judged({ apiServers: [showing(90), hidden] })).toMatchObject({
    status: 'unknown',
    reason: 'tls',
    subjects: ['cp2'],
  });
});

it('names what it has not seen when it passes', () => {
  const apiPath = notKnown('not-configured');
  const result = judged({ apiServers: [showing(90)], apiPath });
  expect(result.status).toBe('pass');
  expect(result.says).toContain('not observed: API path');
});

it('lets a certificate that is due outweigh one that is not seen', () => {
  const hidden = apiServerOn('cp2', { certificates: notKnown('tls', 'bad') });
  expect(judged({ apiServers: [showing(5), hidden] }).status).toBe('fail');
});

it.each`
  apiServers                                             | status              | rule
  ${notKnown('forbidden')}                               | ${'unknown'}        | ${'the instances could not be read'}
  ${[apiServerOn('cp1', { readyz: silent('refused') })]} | ${'unknown'}        | ${'no certificate seen at all'}
  ${absent()}                                            | ${'not-applicable'} | ${'neither instances nor a path'}
`('$status: $rule', ({ apiServers, status }) => {
  expect(judged({ apiServers }).status).toBe(status);
});

it('says which certificate, when, and how to renew it', () => {
  const result = judged({ apiServers: [showing(5)] });
  expect(say(result.observed)).toContain(
    'the certificate CN=kube-apiserver at cp1:6443 expires in 5 d of 365 d (',
  );
  expect(say(result.fix!)).toContain('kubeadm certs renew all');
});
