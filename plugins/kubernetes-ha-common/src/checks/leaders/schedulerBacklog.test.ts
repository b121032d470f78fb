/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { podOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { schedulerBacklog } from './schedulerBacklog';

const running = (amount: number) =>
  Array.from({ length: amount }, (_, i) => podOf(`running-${i}`));
const waiting = (amount: number, seconds: number) =>
  Array.from({ length: amount }, (_, i) =>
    podOf(`waiting-${i}`, {
      phase: 'Pending',
      ready: false,
      unschedulableSince: secondsAgo(seconds),
    }),
  );
const done = (amount: number) =>
  Array.from({ length: amount }, (_, i) =>
    podOf(`done-${i}`, { phase: 'Succeeded', ready: false }),
  );

it.each`
  pods                                                  | status              | rule
  ${running(3)}                                         | ${'pass'}           | ${'nothing waits'}
  ${[]}                                                 | ${'pass'}           | ${'no pods'}
  ${[...running(99), ...waiting(1, 300)]}               | ${'pass'}           | ${'waiting for five minutes'}
  ${[...running(99), ...waiting(1, 900)]}               | ${'pass'}           | ${'one waiting for fifteen minutes'}
  ${[...running(99), ...waiting(1, 901)]}               | ${'warn'}           | ${'one waiting for longer'}
  ${[...running(95), ...waiting(5, 301)]}               | ${'pass'}           | ${'5 % for a short time'}
  ${[...running(94), ...waiting(6, 301)]}               | ${'fail'}           | ${'more than 5 % of the pods'}
  ${[...running(10), ...done(990), ...waiting(1, 301)]} | ${'fail'}           | ${'pods that are done do not dilute the share'}
  ${notKnown('forbidden')}                              | ${'unknown'}        | ${'pods not read'}
  ${absent()}                                           | ${'not-applicable'} | ${'pods not shown'}
`('$status: $rule', ({ pods, status }) => {
  expect(judge(schedulerBacklog, { pods }).status).toBe(status);
});
