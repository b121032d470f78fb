/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { HttpDeps } from './deps';

/** Credentials of a request to a route that only reads: a person or another plugin. Errors: AuthenticationError. */
export function reader(
  { httpAuth }: Pick<HttpDeps, 'httpAuth'>,
  // Typed routers narrow the request; only its headers matter here.
  request: Pick<Request, 'headers'>,
): Promise<BackstageCredentials> {
  return httpAuth.credentials(request as Request, {
    allow: ['user', 'service'],
  });
}
