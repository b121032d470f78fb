/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Refusal, refusalOfError } from '../refusals/classify';

/** What is shown of a read that is refused. Errors: Error when it is not refused. */
export async function refusalOf(
  read: () => unknown | Promise<unknown>,
): Promise<Refusal> {
  let value: unknown;
  try {
    value = await read();
  } catch (error) {
    return refusalOfError(error);
  }
  throw new Error(
    `A refusal was expected; the read gave ${JSON.stringify(value)}.`,
  );
}
