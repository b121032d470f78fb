/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  Language,
  languages,
  Message,
  say,
} from 'backstage-plugin-kubernetes-ha-common';
import { createOpenApiHttp } from 'openapi-msw';
import type { components, paths } from './generated/openapi';

/** msw's `http`, with the paths, parameters and answers of openapi.yaml, on whatever host the API is. */
export const http = createOpenApiHttp<paths>({
  baseUrl: '*/api/kubernetes-ha',
});

/** Statuses with which the backend refuses a request or fails. */
type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 500 | 503;

/**
 * An error as the backend answers it, with its reason as data, or as the portal
 * around it does, with a text alone: give both to `response('default').json`.
 */
export function errorAnswer(
  status: ErrorStatus,
  name: string,
  reason: Message | string,
  language: Language = 'en',
): [components['schemas']['Error'], { status: ErrorStatus }] {
  const response = { statusCode: status };
  if (typeof reason === 'string') {
    return [{ error: { name, message: reason }, response }, { status }];
  }
  const text = say(reason, language);
  const why = { ...reason, text };
  return [{ error: { name, message: text, why }, response }, { status }];
}

/** The language of the sentences of an answer, of the first that the request names. */
export function languageOf({ headers }: { headers: Headers }): Language {
  const [first] = (headers.get('accept-language') ?? '').split(/[-,;]/);
  return languages.find(language => language === first) ?? 'en';
}
