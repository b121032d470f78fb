/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import {
  fleetQueryRefusal,
  refusal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { RequestHandler } from 'express';

/** The routes that take a question about the fleet. */
export const fleetPaths = [
  '/v1/clusters',
  '/v1/clusters.csv',
  '/v1/fleet/fixes',
  '/v1/fleet/groups',
];

/**
 * Refuses a question about the fleet that names a filter, order or grouping that
 * does not exist, by the same rules as the page; everything else about a request
 * is left to the description of the API. Errors: InputError.
 */
export const acceptedFleetQuery: RequestHandler = (req, _res, next) => {
  const { searchParams } = new URL(req.originalUrl, 'http://localhost');
  const why = fleetQueryRefusal(name => searchParams.getAll(name));
  next(why && refusal(InputError, why));
};
