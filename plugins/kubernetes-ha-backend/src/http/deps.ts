/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Check, Policy } from 'backstage-plugin-kubernetes-ha-common';
import type { AssessmentStore } from '../database/AssessmentStore';
import type { FindingStore } from '../database/FindingStore';
import type { FleetStore } from '../database/FleetStore';
import type { HistoryStore } from '../database/HistoryStore';
import type { MeasurementStore } from '../database/MeasurementStore';
import type { SignalStore } from '../database/SignalStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ClusterAccess } from '../permissions/clusterAccess';

/** What the routers read from. None of them writes. */
export interface HttpDeps {
  httpAuth: HttpAuthService;
  access: ClusterAccess;
  fleet: FleetStore;
  assessments: Pick<AssessmentStore, 'scorecard'>;
  signals: Pick<SignalStore, 'read'>;
  findings: FindingStore;
  snapshots: SnapshotStore;
  history: Pick<HistoryStore, 'range'>;
  measurements: Pick<MeasurementStore, 'range'>;
  checks: readonly Check[];
  /** The policy in force now. */
  policy: () => Policy;
  now: () => Date;
}
