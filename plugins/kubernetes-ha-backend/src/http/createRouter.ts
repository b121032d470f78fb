/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Router } from 'express';
import { createApiRouter } from './apiRouter';
import { addCheckRoutes } from './checkRouter';
import type { HttpDeps } from './deps';
import { addFindingRoutes } from './findingRouter';
import { addFleetRoutes } from './fleetRouter';
import { addHistoryRoutes } from './historyRouter';
import { addScorecardRoutes } from './scorecardRouter';
import { addSnapshotRoutes } from './snapshotRouter';

/** The whole HTTP API: openapi.yaml, one file for each resource. */
export function createRouter(deps: HttpDeps): Router {
  const router = createApiRouter();
  addFleetRoutes(router, deps);
  addScorecardRoutes(router, deps);
  addSnapshotRoutes(router, deps);
  addFindingRoutes(router, deps);
  addHistoryRoutes(router, deps);
  addCheckRoutes(router, deps);
  return router;
}
