/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import type { ApiServiceInfo } from '../../snapshot/sections/inventory';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { apiserverAggregatedApis } from './apiserverAggregatedApis';

const METRICS = 'v1beta1.metrics.k8s.io';
const OTHER = 'v1.custom.test';
const api = (
  name: string,
  status?: 'True' | 'False' | 'Unknown',
  seconds?: number,
): ApiServiceInfo => ({
  name,
  group: name.split('.').slice(1).join('.'),
  version: name.split('.')[0],
  service: { namespace: 'kube-system', name: 'server' },
  ...(status && {
    available: {
      type: 'Available',
      status,
      ...(seconds !== undefined && { lastTransitionTime: secondsAgo(seconds) }),
    },
  }),
});
const local: ApiServiceInfo = { name: 'v1.apps', group: 'apps', version: 'v1' };
const judged = (apiServices: unknown) =>
  judge(apiserverAggregatedApis, { apiServices: apiServices as never });

it.each`
  apis                            | status              | rule
  ${[api(METRICS, 'True', 9999)]} | ${'pass'}           | ${'available'}
  ${[api(OTHER, 'False', 300)]}   | ${'pass'}           | ${'away for five minutes is a restart'}
  ${[api(OTHER, 'False', 301)]}   | ${'warn'}           | ${'away for more than five minutes'}
  ${[api(OTHER, 'Unknown', 301)]} | ${'warn'}           | ${'unknown to the API server is not available'}
  ${[api(OTHER, 'False', 9999)]}  | ${'warn'}           | ${'an API that nothing vital rests on'}
  ${[api(METRICS, 'False', 900)]} | ${'warn'}           | ${'metrics away for fifteen minutes'}
  ${[api(METRICS, 'False', 901)]} | ${'fail'}           | ${'metrics away for more than fifteen minutes'}
  ${[api(METRICS)]}               | ${'pass'}           | ${'without a condition nobody knows since when: from now'}
  ${[local]}                      | ${'not-applicable'} | ${'only APIs of the API server itself'}
  ${[]}                           | ${'not-applicable'} | ${'none'}
  ${notKnown('forbidden')}        | ${'unknown'}        | ${'not read'}
  ${absent()}                     | ${'not-applicable'} | ${'not shown'}
`('$status: $rule', ({ apis, status }) => {
  expect(judged(apis).status).toBe(status);
});

it('names what is away and for how long', () => {
  const result = judged([
    api(OTHER, 'False', 400),
    api(METRICS, 'True'),
    local,
  ]);
  expect(say(result.observed)).toBe(
    '1 of 2 aggregated APIs unavailable, the longest for 6 min 40 s: v1.custom.test',
  );
});
