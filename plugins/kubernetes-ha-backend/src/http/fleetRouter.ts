/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NotFoundError } from '@backstage/errors';
import { message, refusal } from 'backstage-plugin-kubernetes-ha-common';
import { languageOf, languageTags } from './answerWords';
import type { ApiRouter } from './apiRouter';
import { clusterSummaries, fleetPast } from './clusterSummary';
import type { HttpDeps } from './deps';
import { fleetCsv } from './fleetCsv';
import { reader } from './readers';

/** Clusters in a table for spreadsheets, far more than one portal collects. (proposal) */
const CSV_CLUSTERS = 5_000;

/** After every day: a table has no picture of the past. */
const WITHOUT_TREND = '9999-12-31';

/** The fleet: totals, groups, fix list, pages of clusters, one cluster in short. */
export function addFleetRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, fixes, fleet, now } = deps;

  router.get('/v1/fleet', async (req, res) => {
    const readable = await access.readable(await reader(deps, req));
    res.json(await fleet.totals(readable));
  });

  router.get('/v1/clusters', async (req, res) => {
    const readable = await access.readable(await reader(deps, req));
    const at = now();
    const page = await fleet.list(req.query, readable, fleetPast(at));
    res.json({
      items: clusterSummaries(page.items, at),
      totalItems: page.totalItems,
    });
  });

  router.get('/v1/clusters.csv', async (req, res) => {
    const readable = await access.readable(await reader(deps, req));
    const at = now();
    const query = { ...req.query, offset: 0, limit: CSV_CLUSTERS };
    const { items } = await fleet.list(query, readable, {
      ...fleetPast(at),
      trendFrom: WITHOUT_TREND,
    });
    const language = languageOf(req);
    const table = await fleetCsv(clusterSummaries(items, at), language);
    res.set('Content-Language', languageTags[language]);
    res.type('text/csv; charset=utf-8');
    res.send(table);
  });

  router.get('/v1/fleet/groups', async (req, res) => {
    const readable = await access.readable(await reader(deps, req));
    const { by, ...query } = req.query;
    res.json(await fleet.groups(by, query, readable));
  });

  router.get('/v1/fleet/fixes', async (req, res) => {
    const readable = await access.readable(await reader(deps, req));
    res.json(await fixes.list(req.query, readable));
  });

  router.get('/v1/clusters/:name', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const at = now();
    const row = await fleet.get(facts.name, fleetPast(at));
    if (!row) {
      throw refusal(
        NotFoundError,
        message('error.cluster-removed', { cluster: facts.name }),
      );
    }
    const links = deps.links();
    const [summary] = clusterSummaries([row], at);
    const replay = deps.replayOf(facts.name, at);
    res.json({
      ...summary,
      observation: { ...summary.observation, ...(replay && { replay }) },
      ...(links.length > 0 && { links: [...links] }),
    });
  });
}
