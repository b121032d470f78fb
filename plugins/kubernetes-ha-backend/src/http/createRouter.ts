/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NotFoundError } from '@backstage/errors';
import { message, refusal } from 'backstage-plugin-kubernetes-ha-common';
import { RequestHandler, Router } from 'express';
import { acceptedFleetQuery, fleetPaths } from './acceptedFleetQuery';
import { createApiRouter, openApiDocument } from './apiRouter';
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
  const document = openApiDocument();
  // Before the router, which may change the document it is given.
  const refusedRequest = createRefusedRequest(document);
  const router = createApiRouter(document);
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
  whole.use('/v1', noSuchPath);
  whole.use(refusedRequest);
  return whole;
}

/** Longer paths are cut in what is said of them. */
const SHOWN_CHARACTERS = 200;

const noSuchPath: RequestHandler = ({ method, path }) => {
  throw refusal(
    NotFoundError,
    message('error.no-such-path', {
      method,
      path: JSON.stringify(`/v1${path}`.slice(0, SHOWN_CHARACTERS)),
    }),
  );
};
