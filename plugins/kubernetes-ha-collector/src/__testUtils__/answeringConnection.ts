/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ApiEndpoint,
  ApiRequest,
  ApiResponse,
  ClusterConnection,
} from '../contracts';

/** An answer of which only what matters is given; 200 with an empty body otherwise. */
export type PartialAnswer = Partial<Omit<ApiResponse, 'body'>> & {
  body?: string | Buffer;
};

/** An endpoint that answers from a function, without a network; may throw a ConnectionError. */
export function answeringEndpoint(
  url: string,
  answer: (request: ApiRequest) => PartialAnswer,
): ApiEndpoint {
  return {
    url,
    request: async request => {
      const { body = '', ...rest } = answer(request);
      return {
        status: 200,
        headers: {},
        latencyMs: 1,
        ...rest,
        body: typeof body === 'string' ? Buffer.from(body) : body,
      };
    },
  };
}

/** A connection with that endpoint alone, as through a proxy. */
export function answeringConnection(
  answer: (request: ApiRequest) => PartialAnswer,
): ClusterConnection {
  return {
    kind: 'kubernetesPlugin',
    api: answeringEndpoint('https://192.0.2.10:6443', answer),
    close: async () => {},
  };
}
