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
import { DatabaseFleetStore } from './DatabaseFleetStore';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { DatabaseMeasurementStore } from './DatabaseMeasurementStore';
import { DatabaseRetentionStore } from './DatabaseRetentionStore';
import { DatabaseSignalStore } from './DatabaseSignalStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { guarded } from './StoreError';

/** Every store of the plugin, on one database. Their errors hold no values. */
export function createStores(knex: Knex) {
  const assessments = new DatabaseAssessmentStore(knex);
  return {
    assessments: guarded('assessments', assessments),
    clusters: guarded('clusters', new DatabaseClusterStore(knex)),
    collections: guarded('collections', new DatabaseCollectionStore(knex)),
    findings: guarded('findings', new DatabaseFindingStore(knex, assessments)),
    fleet: guarded('fleet', new DatabaseFleetStore(knex)),
    history: guarded('history', new DatabaseHistoryStore(knex)),
    measurements: guarded('measurements', new DatabaseMeasurementStore(knex)),
    retained: guarded('retained', new DatabaseRetentionStore(knex)),
    signals: guarded('signals', new DatabaseSignalStore(knex)),
    snapshots: guarded('snapshots', new DatabaseSnapshotStore(knex)),
  };
}
