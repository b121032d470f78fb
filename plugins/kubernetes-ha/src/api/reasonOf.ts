/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * The sentence and name of an error as the backend threw it: a ResponseError of
 * `@backstage/errors` carries that error as its cause, and itself says no more
 * than the status of the answer.
 * @internal
 */
export function reasonOf(error: Error): { name: string; message: string } {
  const { cause } = error;
  return cause instanceof Error && cause.message ? cause : error;
}
