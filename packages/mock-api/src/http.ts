/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createOpenApiHttp } from 'openapi-msw';
import type { components, paths } from './generated/openapi';

/** msw's `http`, with the paths, parameters and answers of openapi.yaml, on whatever host the API is. */
export const http = createOpenApiHttp<paths>({
  baseUrl: '*/api/kubernetes-ha',
});

/** Statuses with which the backend refuses a request or fails. */
type ErrorStatus = 400 | 401 | 403 | 404 | 500;

/** An error as the backend answers it: give both to `response('default').json`. */
export function errorAnswer(
  status: ErrorStatus,
  name: string,
  message: string,
): [components['schemas']['Error'], { status: ErrorStatus }] {
  return [
    { error: { name, message }, response: { statusCode: status } },
    { status },
  ];
}
