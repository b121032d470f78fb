/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import type { ApiRouter } from './apiRouter';
import type { HttpDeps } from './deps';
import { reader } from './readers';

/** The beginning of time for every resolution: older points are not kept. */
const ALWAYS = new Date(0).toISOString();

/** The score over time. */
export function addHistoryRoutes(router: ApiRouter, deps: HttpDeps): void {
  const { access, history, now } = deps;

  router.get('/v1/clusters/:name/history', async (req, res) => {
    const { facts } = await access.read(
      await reader(deps, req),
      req.params.name,
    );
    const { from, to, resolution } = req.query;
    const begin = from ? new Date(from).toISOString() : ALWAYS;
    const end = (to ? new Date(to) : now()).toISOString();
    if (begin > end) {
      throw new InputError(
        `from is ${begin}, after to, which is ${end}. Expected: from before to. Exchange them.`,
      );
    }
    res.json(await history.range(facts.name, resolution, begin, end));
  });
}
