/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sectionNames } from '../snapshot/clusterSnapshot';
import { readSnapshot } from '../snapshot/readSnapshot';
import { snapshotWith } from '../testing/snapshotWith';
import { checks } from './registry';
import { runChecks } from './runChecks';

it.each(sectionNames)(
  'no check crashes on a snapshot made before the section %s existed',
  name => {
    const snapshot = snapshotWith({ version: { gitVersion: 'v1.37.2' } });
    const { [name]: _, ...sections } = snapshot.sections;
    const results = runChecks(checks, readSnapshot({ ...snapshot, sections }));
    expect(results).toHaveLength(checks.length);
    expect(results.map(({ observed: { code } }) => code)).not.toContain(
      'check.broken',
    );
  },
);
