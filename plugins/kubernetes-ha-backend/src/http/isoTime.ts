/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import {
  message,
  parameterRefusal,
  refusal,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * A time of a query as stored times are written. The description of the API
 * lets pass what RFC 3339 allows and JavaScript does not know: a leap second.
 * Errors: InputError.
 */
export function isoTime(key: string, text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) {
    throw refusal(
      InputError,
      parameterRefusal(key, text, message('expected.time')),
    );
  }
  return time.toISOString();
}
