/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { connectionGuide } from '../connect/connectionGuide';
import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';

/** How a cluster is connected, and what is left to do. */
export function addConnectionRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, assessments, configured, connectionTests, signals } = deps;

  router.get('/v1/clusters/:name/connection', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const [sections, scorecard] = await Promise.all([
      signals.read(facts.name),
      assessments.scorecard(facts.name),
    ]);
    res.json(
      connectionGuide({
        cluster: facts,
        config: configured.configOf(facts.name),
        configuration: configured.stateOf(facts.name),
        sections,
        scorecard,
      }),
    );
  });

  router.post('/v1/clusters/:name/connection/tests/:step', async (req, res) => {
    const known = await access.read(await reader(deps, req), req.params.name);
    res.json(await connectionTests.run(known, req.params.step));
  });
}
