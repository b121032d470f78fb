/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiEndpoint, ApiRequest, ApiResponse } from '../contracts';
import {
  Refusal,
  refusalOfError,
  refusalOfResponse,
} from '../refusals/classify';

/** What came of a read: the value, or why there is none. */
export type Read<T> =
  | { ok: true; value: T; response: ApiResponse }
  | {
      ok: false;
      refusal: Refusal;
      /** Of the answer, where one came. */
      status?: number;
    };

/**
 * Asks once and reads the answer with `parse`. No answer, another status than
 * 2xx and an answer that `parse` rejects are refusals; a bug still throws.
 */
export async function read<T>(
  endpoint: ApiEndpoint,
  request: ApiRequest,
  parse: (body: Buffer) => T,
): Promise<Read<T>> {
  try {
    const response = await endpoint.request(request);
    const refusal = refusalOfResponse(response);
    if (refusal) return { ok: false, refusal, status: response.status };
    return { ok: true, value: parse(response.body), response };
  } catch (error) {
    return { ok: false, refusal: refusalOfError(error) };
  }
}

/** As {@link read}, for a JSON document. */
export async function readJson<T>(
  endpoint: ApiEndpoint,
  request: ApiRequest,
  parse: (document: unknown) => T,
): Promise<Read<T>> {
  return read(endpoint, request, body =>
    parse(JSON.parse(body.toString('utf8'))),
  );
}
