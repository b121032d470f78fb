/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiRouter } from './apiRouter';
import { clusterSummary, trendFrom } from './clusterSummary';
import type { HttpDeps } from './deps';
import { reader } from './readers';
import { NotFoundError } from '@backstage/errors';

/** The fleet: totals, pages of clusters, one cluster in short. */
export function addFleetRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, fleet, now } = deps;

  router.get('/v1/fleet', async (req, res) => {
    const readable = await access.readable(await reader(deps, req));
    res.json(await fleet.totals(readable));
  });

  router.get('/v1/clusters', async (req, res) => {
    const readable = await access.readable(await reader(deps, req));
    const at = now();
    const page = await fleet.list(req.query, readable, trendFrom(at));
    res.json({
      items: page.items.map(row => clusterSummary(row, at)),
      totalItems: page.totalItems,
    });
  });

  router.get('/v1/clusters/:name', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const at = now();
    const row = await fleet.get(facts.name, trendFrom(at));
    if (!row) {
      throw new NotFoundError(
        `Cluster "${facts.name}" was removed while it was read. Go back to the fleet.`,
      );
    }
    res.json(clusterSummary(row, at));
  });
}
