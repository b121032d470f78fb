/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Signal,
  VersionInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../../contracts';
import { z } from 'zod/v4';
import { within } from '../../refusals/deadline';
import { VERSION, VERSION_MS } from './bounds';
import { readJson } from '../read';
import { observedSignal, unknownSignal } from '../signals';

const documentSchema = z.object({
  gitVersion: z.string().min(1),
  platform: z.string().optional(),
});

/** `/version` of whoever answers at the endpoint. */
export async function readVersion(
  context: SourceContext,
  source: string,
  endpoint: ApiEndpoint,
): Promise<Signal<VersionInfo>> {
  const via = `GET ${endpoint.url}/version`;
  const version = await within(context.signal, VERSION_MS, signal =>
    readJson(
      endpoint,
      { path: '/version', signal },
      document => documentSchema.parse(document),
      VERSION,
    ),
  );
  return version.ok
    ? observedSignal(context, source, via, version.value)
    : unknownSignal(context, source, via, version.refusal);
}
