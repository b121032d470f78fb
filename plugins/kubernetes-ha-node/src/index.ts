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
export * from './clusterConnection';
export * from './clusterConnectionFactory';
export * from './extensionPoints';
export * from './signalSource';
