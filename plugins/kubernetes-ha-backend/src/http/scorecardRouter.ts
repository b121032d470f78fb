/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NotFoundError } from '@backstage/errors';
import { message, refusal } from 'backstage-plugin-kubernetes-ha-common';
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
      const cluster = facts.name;
      throw refusal(
        NotFoundError,
        at
          ? message('error.no-scorecard-at', { cluster, at })
          : message('error.not-assessed', { cluster }),
      );
    }
    res.json(scorecard);
  });
}
