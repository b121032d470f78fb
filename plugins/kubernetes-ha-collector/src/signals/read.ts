/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiEndpoint, ApiRequest, ApiResponse } from '../contracts';
import { documentAt, JsonBound, parseBoundedJson } from '../bounds/boundedJson';
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

/** As {@link read}, for a JSON document, which is parsed only within its bound. */
export async function readJson<T>(
  endpoint: ApiEndpoint,
  request: Omit<ApiRequest, 'maxBytes'>,
  parse: (document: unknown) => T,
  bound: JsonBound,
): Promise<Read<T>> {
  const document = documentAt(request.path.split('?')[0]);
  return read(endpoint, { ...request, maxBytes: bound.bytes }, body =>
    parse(parseBoundedJson(body, bound, document)),
  );
}
