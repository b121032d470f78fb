/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Router } from 'express';
import { acceptedFleetQuery, fleetPaths } from './acceptedFleetQuery';
import { createApiRouter } from './apiRouter';
import { answerWords } from './answerWords';
import { addCheckRoutes } from './checkRouter';
import { addConnectionRoutes } from './connectionRouter';
import type { HttpDeps } from './deps';
import { addFindingRoutes } from './findingRouter';
import { addFleetRoutes } from './fleetRouter';
import { addHistoryRoutes } from './historyRouter';
import { createRefusedRequest } from './refusedRequest';
import { addScorecardRoutes } from './scorecardRouter';
import { addSnapshotRoutes } from './snapshotRouter';

/** The whole HTTP API: openapi.yaml, one file for each resource. */
export function createRouter(deps: HttpDeps): Router {
  const router = createApiRouter();
  addFleetRoutes(router, deps);
  addScorecardRoutes(router, deps);
  addSnapshotRoutes(router, deps);
  addConnectionRoutes(router, deps);
  addFindingRoutes(router, deps);
  addHistoryRoutes(router, deps);
  addCheckRoutes(router, deps);
  const whole = Router();
  // First, for it words refusals too, whoever refuses.
  whole.use('/v1', answerWords);
  // Before the description of the API, which says neither what was asked nor what would be accepted.
  whole.get(fleetPaths, acceptedFleetQuery);
  whole.use(router);
  whole.use(createRefusedRequest());
  return whole;
}
