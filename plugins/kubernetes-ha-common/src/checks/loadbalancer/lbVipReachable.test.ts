/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { lbVipReachable as check } from './lbVipReachable';
import {
  apiServerOf,
  okIn,
  pathOf,
  threeApiServers,
} from './testing/haproxyWith';

const timeout = { reason: 'timeout', detail: 'no answer in 5 s' };
const refused = { reason: 'refused' };
const distrusted = { reason: 'tls' };
const unavailable = { status: 503 };
const thrice = (attempt: object) => pathOf(attempt, attempt, attempt);
const silentProbe = {
  readyz: { ok: false, reason: 'timeout' as const, consecutiveFailures: 1 },
};
const sick = {
  readyz: { ok: false, status: 500, consecutiveFailures: 1 },
};

it.each`
  apiPath                                     | apiServers                                       | status              | rule
  ${pathOf(okIn(20), okIn(30), okIn(25))}     | ${threeApiServers()}                             | ${'pass'}           | ${'answers at once'}
  ${pathOf(okIn(999), okIn(999), okIn(999))}  | ${threeApiServers()}                             | ${'pass'}           | ${'just under a second'}
  ${pathOf(okIn(1000), okIn(20), okIn(1000))} | ${threeApiServers()}                             | ${'warn'}           | ${'a second'}
  ${pathOf(okIn(20), okIn(9000), okIn(20))}   | ${threeApiServers()}                             | ${'pass'}           | ${'one slow attempt is a hiccup'}
  ${pathOf(okIn(20), timeout, okIn(20))}      | ${threeApiServers()}                             | ${'warn'}           | ${'one attempt of three failed'}
  ${thrice(unavailable)}                      | ${threeApiServers()}                             | ${'fail'}           | ${'503'}
  ${thrice(timeout)}                          | ${threeApiServers()}                             | ${'fail'}           | ${'no answer, while the API servers answer'}
  ${thrice(timeout)}                          | ${threeApiServers(sick)}                         | ${'fail'}           | ${'no answer, and the API servers say they are ill'}
  ${thrice(timeout)}                          | ${threeApiServers(silentProbe)}                  | ${'unknown'}        | ${'nothing of this cluster is heard'}
  ${thrice(timeout)}                          | ${[apiServerOf(1), apiServerOf(2, silentProbe)]} | ${'fail'}           | ${'one API server answers'}
  ${thrice(refused)}                          | ${threeApiServers(silentProbe)}                  | ${'fail'}           | ${'a machine refuses: it is there'}
  ${thrice(timeout)}                          | ${notKnown()}                                    | ${'unknown'}        | ${'nothing to compare with: nobody can tell whose path it is'}
  ${thrice(timeout)}                          | ${absent()}                                      | ${'unknown'}        | ${'a provider that shows no instances: nobody can tell either'}
  ${thrice(refused)}                          | ${notKnown()}                                    | ${'fail'}           | ${'nothing to compare with, and a machine refuses'}
  ${thrice(unavailable)}                      | ${notKnown()}                                    | ${'fail'}           | ${'nothing to compare with, and somebody answers 503'}
  ${thrice(distrusted)}                       | ${notKnown()}                                    | ${'unknown'}        | ${'a certificate that we do not believe, and nothing to compare with'}
  ${thrice(distrusted)}                       | ${threeApiServers()}                             | ${'fail'}           | ${'a certificate that we do not believe, while we believe those of the API servers'}
  ${thrice({ status: 403 })}                  | ${threeApiServers()}                             | ${'unknown'}        | ${'403 says nothing about health'}
  ${thrice({ status: 401 })}                  | ${threeApiServers()}                             | ${'unknown'}        | ${'401 says nothing about health'}
  ${pathOf()}                                 | ${threeApiServers()}                             | ${'unknown'}        | ${'not tried'}
  ${notKnown('not-configured')}               | ${threeApiServers()}                             | ${'unknown'}        | ${'no path configured'}
  ${absent()}                                 | ${threeApiServers()}                             | ${'not-applicable'} | ${'the path is not part of it'}
`('$status: $rule', ({ apiPath, apiServers, status }) => {
  expect(judge(check, { apiPath, apiServers }).status).toBe(status);
});

it('says that the API servers answer where the path does not', () => {
  const result = judge(check, {
    apiPath: thrice(timeout),
    apiServers: threeApiServers(),
  });
  expect(result.says).toBe(
    'https://192.0.2.100:6443/readyz failed 3 of 3 probes (timed out, no answer in 5 s); 3 of 3 API servers ready at their own addresses',
  );
  expect(say(result.fix!)).toContain('see who holds the virtual IP');
});

it('points behind the path where no API server is ready', () => {
  const result = judge(check, {
    apiPath: thrice(unavailable),
    apiServers: threeApiServers(sick),
  });
  expect(say(result.fix!)).toContain('the API servers first');
});

it('keeps the reason of a path that is unknown', () => {
  const judged = (attempt: object) =>
    judge(check, {
      apiPath: thrice(attempt),
      apiServers: threeApiServers(silentProbe),
    }).reason;
  expect(judged({ reason: 'unreachable' })).toBe('unreachable');
  expect(judged({ status: 403 })).toBe('forbidden');
  expect(judged({ status: 401 })).toBe('unauthorised');
});
