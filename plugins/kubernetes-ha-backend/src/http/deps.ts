/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  Check,
  ConfigurationState,
  LinkTemplate,
  Policy,
  Replay,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from 'backstage-plugin-kubernetes-ha-collector';
import type { AssessmentStore } from '../database/AssessmentStore';
import type { FindingStore } from '../database/FindingStore';
import type { FixStore } from '../database/FixStore';
import type { FleetStore } from '../database/FleetStore';
import type { HistoryStore } from '../database/HistoryStore';
import type { IncidentStore } from '../database/IncidentStore';
import type { MeasurementStore } from '../database/MeasurementStore';
import type { SignalStore } from '../database/SignalStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ConnectionTests } from '../connect/ConnectionTests';
import type { ClusterAccess } from '../permissions/clusterAccess';

/** What the routers read from. None of them writes. */
export interface HttpDeps {
  httpAuth: HttpAuthService;
  access: ClusterAccess;
  fixes: FixStore;
  fleet: FleetStore;
  assessments: Pick<AssessmentStore, 'scorecard'>;
  signals: Pick<SignalStore, 'read' | 'readBoth'>;
  findings: FindingStore;
  snapshots: SnapshotStore;
  history: Pick<HistoryStore, 'range' | 'firstAssessedAt'>;
  incidents: IncidentStore;
  measurements: Pick<MeasurementStore, 'range'>;
  /** How a cluster is configured on this replica. */
  configured: {
    configOf: (cluster: string) => ClusterConfig | undefined;
    stateOf: (cluster: string) => ConfigurationState;
  };
  /** What happens in the recording that a cluster plays; nothing for a cluster that is asked. */
  replayOf: (cluster: string, now: Date) => Replay | undefined;
  connectionTests: Pick<ConnectionTests, 'run'>;
  checks: readonly Check[];
  /** The policy in force now. */
  policy: () => Policy;
  /** Configured links out of the portal. */
  links: () => readonly LinkTemplate[];
  now: () => Date;
}
