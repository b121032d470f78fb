/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { apiServerOn, countersOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { apiserverCacheConsistency } from './apiserverCacheConsistency';

const key = (status: string) =>
  `apiserver_storage_consistency_checks_total{status="${status}"}`;
const counting = (
  latest: Record<string, number>,
  earlier?: Record<string, number>,
) => apiServerOn('cp1', { metrics: observed(countersOf(latest, earlier)) });
const judged = (
  apiServers: unknown,
  version: unknown = { gitVersion: 'v1.37.2' },
) =>
  judge(apiserverCacheConsistency, {
    apiServers: apiServers as never,
    version: version as never,
  });

const good = { [key('success')]: 10 };

it.each`
  latest                                                 | earlier                             | status       | rule
  ${good}                                                | ${good}                             | ${'pass'}    | ${'compared, none failed'}
  ${good}                                                | ${undefined}                        | ${'pass'}    | ${'none failed since the start'}
  ${{ ...good, [key('failure')]: 2 }}                    | ${{ ...good, [key('failure')]: 2 }} | ${'pass'}    | ${'failures of before do not count'}
  ${{ ...good, [key('failure')]: 3 }}                    | ${{ ...good, [key('failure')]: 2 }} | ${'fail'}    | ${'one more failure'}
  ${{ ...good, [key('error')]: 1 }}                      | ${good}                             | ${'unknown'} | ${'nothing could be compared'}
  ${{ [key('success')]: 11, [key('error')]: 1 }}         | ${good}                             | ${'pass'}    | ${'an error beside a comparison'}
  ${{ ...good, [key('error')]: 1, [key('failure')]: 1 }} | ${good}                             | ${'fail'}    | ${'an error hides no failure'}
  ${{ ...good, [key('failure')]: 2 }}                    | ${undefined}                        | ${'unknown'} | ${'one reading does not say when it failed'}
  ${{}}                                                  | ${{}}                               | ${'unknown'} | ${'nothing compared yet'}
`('$status: $rule', ({ latest, earlier, status }) => {
  expect(judged([counting(latest, earlier)]).status).toBe(status);
});

it.each`
  apiServers               | version                      | status              | rule
  ${[counting(good)]}      | ${{ gitVersion: 'v1.33.9' }} | ${'not-applicable'} | ${'before 1.34'}
  ${[counting(good)]}      | ${{ gitVersion: 'v1.34.0' }} | ${'pass'}           | ${'since 1.34'}
  ${[counting(good)]}      | ${notKnown('timeout')}       | ${'unknown'}        | ${'version not read'}
  ${notKnown('forbidden')} | ${undefined}                 | ${'unknown'}        | ${'instances not read'}
  ${absent()}              | ${undefined}                 | ${'not-applicable'} | ${'instances not shown'}
  ${[apiServerOn('cp1')]}  | ${undefined}                 | ${'unknown'}        | ${'metrics not read'}
`('$status: $rule', ({ apiServers, version, status }) => {
  expect(judged(apiServers, version).status).toBe(status);
});

it('assesses what was read before it reports what was not', () => {
  const failing = counting({ ...good, [key('failure')]: 3 }, good);
  const unread = apiServerOn('cp2');
  expect(judged([unread, failing]).status).toBe('fail');
  expect(judged([unread, counting(good, good)])).toMatchObject({
    status: 'unknown',
    subjects: ['cp2'],
  });
});

it('says that a young API server has not compared yet, not that it cannot be seen', () => {
  expect(judged([counting({}, {})]).reason).toBe('inconclusive');
});
