/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * The HTTP API of the backend as msw handlers over a fleet of fixtures, for
 * tests and the development server.
 *
 * @packageDocumentation
 */
export { etcd as fixtureEtcd } from './fixtures/controlPlane';
export { fixtureFleet } from './fixtures/fleet';
export type { FixtureCluster } from './fixtures/fleet';
export { handlersOf } from './handlersOf';
export { errorAnswer, http } from './http';
