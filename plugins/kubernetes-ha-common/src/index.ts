/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Snapshot types, checks, scoring, permissions and API types of the Kubernetes
 * HA plugin. Isomorphic and pure: no I/O, no clock.
 *
 * @packageDocumentation
 */
export * from './api/client';
export * from './api/clusterSignals';
export * from './api/describeChecks';
export * from './api/fleetTypes';
export * from './api/replay';
export * from './api/refusal';
export * from './api/sourceProblems';
export * from './api/types';
export * from './checks/alerts';
export * from './checks/check';
export * from './checks/componentFlags';
export * from './checks/freshness';
export * from './checks/lastSeen';
export * from './checks/layers';
export * from './checks/nodes/nodeKind';
export * from './checks/outcome';
export * from './checks/readResult';
export * from './checks/registry';
export * from './checks/runChecks';
export * from './checks/topology/failureDomains';
export * from './checks/verdict';
export * from './connect/connectParts';
export * from './connect/connectStepIds';
export * from './connect/connectSteps';
export * from './connect/guide';
export * from './fleet/fleetFilters';
export * from './fleet/fleetFixes';
export * from './fleet/fleetQueryRefusal';
export {
  clusterOrders,
  directions,
  fleetOrder,
  visibilityOf,
} from './fleet/fleetOrder';
export type {
  ClusterOrder,
  Direction,
  OrderedCluster,
} from './fleet/fleetOrder';
export * from './fleet/groupFleet';
export { limitingLink } from './api/limitingLink';
export { summariseCause } from './history/causeSummary';
export type { CauseSummary } from './history/causeSummary';
export * from './history/historyStep';
export * from './history/incidents';
export * from './history/scoreBuckets';
export * from './history/timeByGrade';
export * from './jsonPieces';
export * from './machinesByHost';
export * from './links/linksOf';
export * from './links/linkTemplate';
export { measures } from './measures/registry';
export type { AnyMeasure } from './measures/registry';
export type {
  Measure,
  MeasureUnit,
  ObservedSections,
} from './measures/measure';
export * from './measures/measurementsOf';
export * from './messages';
export * from './permissions';
export * from './policy/policy';
export * from './policy/validatePolicy';
export * from './readingOrder';
export * from './scoring/assess';
export * from './scoring/effects';
export * from './scoring/fixes';
export * from './scoring/grade';
export {
  canonicalHash,
  hashPolicy,
  hashSection,
  hashSectionSteps,
  type StoredSection,
  storedSectionSteps,
  rememberSectionHash,
  hashSnapshot,
} from './scoring/hash';
export * from './scoring/causes';
export { byVerdict, headlineOf } from './scoring/headline';
export { scoreLayer } from './scoring/layerScore';
export * from './scoring/scoreOf';
export * from './scoring/scorecard';
export * from './simulate/losses';
export { lossVerdicts, outcomeParts } from './simulate/outcome';
export type {
  CountRange,
  LossOutcome,
  LossVerdict,
  OutcomePart,
  PartOutcome,
  PodsOutcome,
  QuorumOutcome,
  RecoveryOutcome,
  ServersOutcome,
  ServicesOutcome,
  UnplacedPod,
} from './simulate/outcome';
export type { NodeRefusal } from './simulate/scheduling/nodeFilter';
export { schedulerWords } from './simulate/scheduling/refusals';
export type { PlacementReason, Refusals } from './simulate/scheduling/refusals';
export { simulate, simulateSteps } from './simulate/simulate';
export * from './snapshot/answeredSections';
export * from './snapshot/clusterKinds';
export * from './snapshot/clusterSnapshot';
export * from './snapshot/connectionFailure';
export * from './snapshot/controlPlanePods';
export * from './snapshot/derivedFrom';
export * from './snapshot/joinSnapshot';
export * from './snapshot/lastObserved';
export { membershipKey } from './snapshot/membershipKey';
export * from './snapshot/packedSection';
export * from './snapshot/podColumns';
export { detailFrom } from './snapshot/detailFrom';
export * from './snapshot/deviations';
export * from './snapshot/readSnapshot';
export type { PlatformMark } from './snapshot/platformMarks';
export * from './snapshot/recognisePlatform';
export * from './snapshot/signal';
export * from './snapshot/sourceIds';
export * from './snapshot/sections/apiServers';
export * from './snapshot/sections/certificate';
export * from './snapshot/sections/counters';
export * from './snapshot/sections/etcd';
export * from './snapshot/sections/inventory';
export * from './snapshot/sections/kubelets';
export * from './snapshot/sections/labelSelector';
export * from './snapshot/sections/leases';
export * from './snapshot/sections/loadBalancers';
export * from './snapshot/sections/placement';
export * from './snapshot/sections/probe';
export * from './steps';
