/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Reads the signals of a Kubernetes cluster, without a portal: contracts,
 * connections, signal sources, recordings.
 *
 * @packageDocumentation
 */
export * from './clusters/declaration';
export { detectPlatform } from './clusters/detectPlatform';
export type { SeenIdentity } from './clusters/identityOf';
export * from './collection/Collector';
export { collectBothGroups } from './collection/collectBothGroups';
export {
  createCollector,
  type CollectorDeps,
  type CreatedCollector,
} from './collection/createCollector';
export { onlyObserved } from './collection/onlyObserved';
export * from './config/clusterConfig';
export { connectRecipes } from './connect/connectRecipes';
export type { RecipeContext } from './connect/recipe';
export {
  testableSteps,
  testConnection,
  type TestableStep,
} from './connect/testConnection';
export {
  readConfig,
  type KubernetesHaConfig,
  type ReadConfigOptions,
} from './config/readConfig';
export type { WrittenConfig } from './config/schema';
export * from './connections';
export {
  HttpApiEndpoint,
  type EndpointOptions,
  type Route,
} from './transport/apiEndpoint';
export { Turns, type EndTurn } from './transport/turns';
export * from './contracts';
export { anotherTurnIfSpent, inSlices, ownTurn } from './eventLoop/inSlices';
export type { Refusal } from './refusals/classify';
export { oneLine } from './refusals/oneLine';
export { EventReader } from './recording/events';
export type {
  RecordingEvent,
  RecordingHeader,
  RecordingTick,
} from './recording/format';
export type { PlayedRecording } from './recording/PlayedRecording';
export { record, type RecorderOptions } from './recording/recorder';
export { writeRecording } from './recording/recordingFile';
export type { ConfigMapSection } from './signals/inventory/configMaps';
export type { ThreadLimits } from './signals/inventory/decoding/decodingThread';
export {
  PageDecoder,
  type DecodedPage,
  type DecodeTurn,
} from './signals/inventory/decoding/pageDecoder';
export type {
  IdentifiedObjects,
  KnownMarks,
} from './signals/inventory/decoding/objectIdentifier';
export type { PageMeta, PageRows } from './signals/inventory/decoding/readPage';
export type {
  InventoryList,
  ListSection,
  Row,
} from './signals/inventory/lists';
export type { SourceDeps } from './signals/registry';
export { sourceLoader } from './threads/sourceLoader';
