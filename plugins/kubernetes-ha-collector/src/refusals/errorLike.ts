/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** What is looked at of an error. */
export interface ErrorLike {
  name: string;
  message: string;
  code?: unknown;
  syscall?: unknown;
  cause?: unknown;
  errors?: readonly unknown[];
}

/** By shape: a DOMException is no Error everywhere, and errors of another realm are not either. */
export function isErrorLike(error: unknown): error is ErrorLike {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    typeof error.name === 'string' &&
    'message' in error &&
    typeof error.message === 'string' &&
    (!('errors' in error) || Array.isArray(error.errors))
  );
}
