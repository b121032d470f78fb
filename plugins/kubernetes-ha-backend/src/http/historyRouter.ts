/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { incidentsOf } from 'backstage-plugin-kubernetes-ha-common';
import { scoreHistory } from '../assessment/scoreHistory';
import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';
import { timeRange } from './timeRange';

/** What is answered to who asks for no beginning. */
const DAY_MS = 86_400_000;

/** The score, what happened, and the measurements over time. */
export function addHistoryRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, history, incidents, measurements, now } = deps;

  router.get('/v1/clusters/:name/history', async (req, res) => {
    const { facts, controlPlaneSeconds } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const cluster = { name: facts.name, intervalSeconds: controlPlaneSeconds };
    const at = now();
    const { stepSeconds } = req.query;
    const range = { ...timeRange(req.query, at, DAY_MS), stepSeconds };
    res.json(await scoreHistory(history, cluster, range, at));
  });

  router.get('/v1/clusters/:name/incidents', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const range = timeRange(req.query, now(), DAY_MS);
    const { spans, more } = await incidents.spans(facts.name, range);
    const all = incidentsOf(spans);
    const { limit } = req.query;
    res.json({ items: all.slice(0, limit), more: more || all.length > limit });
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
