/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  isMessage,
  Language,
  Message,
  message,
  say,
} from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';

/** An error as Backstage answers it, see `ErrorResponseBody` of `@backstage/errors`. */
const errorBodySchema = z.looseObject({
  error: z.looseObject({
    name: z.string(),
    message: z.string(),
    why: z.custom<Message>(isMessage).optional().catch(undefined),
  }),
});

/**
 * The body of an error with its sentence in one language, and the reason as
 * data beside it (`error.why`). An error that whoever threw it gave no reason
 * gets the one of its kind; its own words stand in that as they are. A body
 * that is no error of Backstage stays as it is.
 */
export function errorWords(
  body: unknown,
  status: number,
  language: Language,
): unknown {
  const read = errorBodySchema.safeParse(body);
  if (!read.success) return body;
  const { error, ...rest } = read.data;
  const why = error.why ?? reasonOfKind(error, status);
  const text = say(why, language);
  return { ...rest, error: { ...error, message: text, why: { ...why, text } } };
}

function reasonOfKind(
  { name, message: detail }: { name: string; message: string },
  status: number,
): Message {
  if (name === 'AuthenticationError') return message('error.signed-out');
  if (name === 'NotAllowedError') {
    return message('error.not-allowed', { detail });
  }
  return status >= 500
    ? message('error.internal', { detail })
    : message('error.request', { detail });
}
