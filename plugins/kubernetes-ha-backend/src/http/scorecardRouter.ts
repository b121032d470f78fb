/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NotFoundError } from '@backstage/errors';
import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { isoTime } from './isoTime';
import { reader } from './readers';

/** Scorecards: served as stored, never assessed anew. */
export function addScorecardRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, assessments } = deps;

  router.get('/v1/clusters/:name/scorecard', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const at = req.query.at && isoTime('at', req.query.at);
    const scorecard = await assessments.scorecard(facts.name, at);
    if (!scorecard) {
      throw new NotFoundError(
        at
          ? `Cluster "${facts.name}" has no scorecard that was in force at ${at}. Ask for a later time.`
          : `Cluster "${facts.name}" has not been assessed yet. Its first collection takes up to a minute; try again then.`,
      );
    }
    res.json(scorecard);
  });
}
