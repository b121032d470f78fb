/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NotFoundError } from '@backstage/errors';
import {
  clusterSignals,
  joinSnapshot,
  message,
  refusal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';
import { sendJson } from './sendJson';

/** Snapshots: what was seen, now and behind each change. */
export function addSnapshotRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, signals, snapshots, now } = deps;

  router.get('/v1/clusters/:name/snapshot', async (req, res) => {
    const cluster = await access.read(await reader(deps, req), req.params.name);
    const { newest, lastObserved } = await signals.readBoth(cluster.facts.name);
    // With what is assessed beside it, so that whoever replays it gets the same scorecard.
    await sendJson(res, joinSnapshot(cluster, newest, now(), lastObserved));
  });

  router.get('/v1/clusters/:name/signals', async (req, res) => {
    const cluster = await access.read(await reader(deps, req), req.params.name);
    const sections = await signals.read(cluster.facts.name);
    const snapshot = joinSnapshot(cluster, sections, now());
    await sendJson(res, clusterSignals(snapshot, req.query.section ?? []));
  });

  router.get('/v1/clusters/:name/snapshots', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    res.json(await snapshots.list(facts.name, req.query));
  });

  router.get('/v1/clusters/:name/snapshots/:hash', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const snapshot = await snapshots.get(facts.name, req.params.hash);
    if (!snapshot) {
      throw refusal(
        NotFoundError,
        message('error.snapshot-not-found', {
          cluster: facts.name,
          hash: req.params.hash,
        }),
      );
    }
    await sendJson(res, snapshot);
  });
}
