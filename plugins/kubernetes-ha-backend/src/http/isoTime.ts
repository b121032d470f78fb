/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';

/**
 * A time of a query as stored times are written. The description of the API
 * lets pass what RFC 3339 allows and JavaScript does not know: a leap second.
 * Errors: InputError.
 */
export function isoTime(key: string, text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(
      `${key} is ${JSON.stringify(
        text,
      )}. Expected: a time like 2026-11-23T12:00:00Z, with seconds from 00 to 59. Correct it.`,
    );
  }
  return time.toISOString();
}
