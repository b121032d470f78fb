/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ExitCode, exitCodes } from './exitCodes';

/** An end that is no bug: its message is shown without a stack, and it sets the exit code. */
export class CliError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}

/** Options or configuration that cannot be used. The message says what was found, what is expected, what to do. */
export function usageError(message: string, cause?: unknown): CliError {
  return new CliError(exitCodes.usage, message, { cause });
}
