/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message, probeSchema } from 'backstage-plugin-kubernetes-ha-common';
import { DETAIL_CHARACTERS } from '../refusals/oneLine';
import { refused } from '../refusals/classify';
import { refusedProbe, withProbeHistory } from './probeHistory';

it('keeps of a refusal what a probe has, and no more of it than a line', () => {
  const urls = [`https://${'x'.repeat(5_000)}`];
  const probe = withProbeHistory(
    refusedProbe(
      refused(
        'not-configured',
        message('detail.no-client-url', { member: 'm-1', urls }),
      ),
    ),
    undefined,
    new Date('2026-11-23T12:00:00.000Z'),
  );
  expect(probe.detail).toHaveLength(DETAIL_CHARACTERS);
  expect(Object.keys(probe)).toEqual(Object.keys(probeSchema.parse(probe)));
});
