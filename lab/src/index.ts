/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
export { startLab, openLab, type Lab, type StartLabOptions } from './lab';
export { labAppConfig, type LabClusterConfig } from './cluster/appConfig';
export { faults } from './faults';
export { profiles } from './profiles';
export type { Fault, FaultArguments, FaultParameter } from './faults/fault';
export type { ActiveFault } from './faults/engine';
export type { Layout, Profile } from './profiles/profile';
export type {
  LabDescription,
  MachineDescription,
  WorkerNode,
} from './state/description';
