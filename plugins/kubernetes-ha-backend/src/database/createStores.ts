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
import { DatabaseSignalStore } from './DatabaseSignalStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';

/** Every store of the plugin, on one database. */
export function createStores(knex: Knex) {
  const assessments = new DatabaseAssessmentStore(knex);
  return {
    assessments,
    clusters: new DatabaseClusterStore(knex),
    collections: new DatabaseCollectionStore(knex),
    findings: new DatabaseFindingStore(knex, assessments),
    fleet: new DatabaseFleetStore(knex),
    history: new DatabaseHistoryStore(knex),
    measurements: new DatabaseMeasurementStore(knex),
    signals: new DatabaseSignalStore(knex),
    snapshots: new DatabaseSnapshotStore(knex),
  };
}
