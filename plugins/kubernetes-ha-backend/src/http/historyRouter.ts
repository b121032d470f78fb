/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';
import { timeRange } from './timeRange';

/** The score and the measurements over time. */
export function addHistoryRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, history, measurements, now } = deps;

  router.get('/v1/clusters/:name/history', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const { from, to } = timeRange(req.query, now());
    const { resolution } = req.query;
    res.json(await history.range(facts.name, resolution, from, to));
  });

  router.get('/v1/clusters/:name/measurements', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const { from, to } = timeRange(req.query, now());
    const { resolution } = req.query;
    res.json(await measurements.range(facts.name, resolution, from, to));
  });
}
