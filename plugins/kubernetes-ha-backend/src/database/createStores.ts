/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';
import { DatabaseAssessmentStore } from './DatabaseAssessmentStore';
import { DatabaseClusterStore } from './DatabaseClusterStore';
import { DatabaseCollectionStore } from './DatabaseCollectionStore';
import { DatabaseFindingStore } from './DatabaseFindingStore';
import { DatabaseFixStore } from './DatabaseFixStore';
import { DatabaseFleetStore } from './DatabaseFleetStore';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { DatabaseIncidentStore } from './DatabaseIncidentStore';
import { DatabaseMeasurementStore } from './DatabaseMeasurementStore';
import { DatabasePastStore } from './DatabasePastStore';
import { DatabaseRetentionStore } from './DatabaseRetentionStore';
import { DatabaseScheduleStore } from './DatabaseScheduleStore';
import { DatabaseSignalStore } from './DatabaseSignalStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { guarded } from './StoreError';

/** Every store of the plugin, on one database. Their errors hold no values. `keptSignals`: bytes of signals that are kept unpacked; the default is that of whoever collects from a fleet. */
export function createStores(
  knex: Knex,
  options: { keptSignals?: number } = {},
) {
  const assessments = new DatabaseAssessmentStore(knex);
  return {
    assessments: guarded('assessments', assessments),
    clusters: guarded('clusters', new DatabaseClusterStore(knex)),
    collections: guarded('collections', new DatabaseCollectionStore(knex)),
    findings: guarded('findings', new DatabaseFindingStore(knex, assessments)),
    fixes: guarded('fixes', new DatabaseFixStore(knex)),
    fleet: guarded('fleet', new DatabaseFleetStore(knex)),
    incidents: guarded('incidents', new DatabaseIncidentStore(knex)),
    history: guarded('history', new DatabaseHistoryStore(knex)),
    measurements: guarded('measurements', new DatabaseMeasurementStore(knex)),
    pasts: guarded('pasts', new DatabasePastStore(knex)),
    retained: guarded('retained', new DatabaseRetentionStore(knex)),
    schedule: guarded('schedule', new DatabaseScheduleStore(knex)),
    signals: guarded(
      'signals',
      new DatabaseSignalStore(knex, options.keptSignals),
    ),
    snapshots: guarded('snapshots', new DatabaseSnapshotStore(knex)),
  };
}
