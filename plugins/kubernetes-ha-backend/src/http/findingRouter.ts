/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';

/** Findings of a cluster over time. */
export function addFindingRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, findings } = deps;

  router.get('/v1/clusters/:name/findings', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    res.json(await findings.list(facts.name, req.query));
  });
}
