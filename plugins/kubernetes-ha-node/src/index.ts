/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Contracts of the Kubernetes HA backend for adopters' modules.
 *
 * @packageDocumentation
 */
export {
  ConnectionError,
  type AnySignalSource,
  type ApiEndpoint,
  type ApiRequest,
  type ApiResponse,
  type ClusterConnection,
  type ClusterConnectionFactory,
  type ClusterConnectionOptions,
  type CollectionGroup,
  type CollectorLogger,
  type SignalSource,
  type SignalSourceFactory,
  type SourceContext,
} from 'backstage-plugin-kubernetes-ha-collector';
export * from './events';
export * from './extensionPoints';
