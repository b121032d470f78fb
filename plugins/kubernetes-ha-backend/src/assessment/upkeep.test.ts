/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { scheduleUpkeep } from './upkeep';

it('assesses every overdue cluster, whatever becomes of one of them', async () => {
  const scheduler = mockServices.scheduler.mock();
  const logger = mockServices.logger.mock();
  const judged: string[] = [];
  await scheduleUpkeep({
    scheduler,
    logger,
    assessments: { overdue: async () => ['one', 'broken', 'three'] },
    history: { retain: async () => {} },
    measurements: { retain: async () => {} },
    retained: { dropOld: async () => {}, dropRemoved: async () => [] },
    retention: () => ({
      snapshotDays: 30,
      resolvedFindingDays: 730,
      removedClusterDays: 30,
    }),
    now: () => new Date('2026-11-23T12:00:00.000Z'),
    assess: async cluster => {
      if (cluster === 'broken') throw new Error('encoding of a later version');
      judged.push(cluster);
    },
  });
  const [reassess] = scheduler.scheduleTask.mock.calls
    .map(([task]) => task)
    .filter(({ id }) => id === 'reassess');
  await reassess.fn(new AbortController().signal);
  expect(judged).toEqual(['one', 'three']);
  expect(logger.error).toHaveBeenCalledWith(
    expect.stringContaining('broken'),
    expect.objectContaining({ message: 'encoding of a later version' }),
  );
});
