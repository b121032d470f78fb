/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { CommanderError } from 'commander';
import type { Commands } from './commands';
import { CliError } from './errors';
import { ExitCode, exitCodes } from './exitCodes';
import { createProgram } from './program';

/**
 * Runs one command line to its end and answers the exit code. Never throws:
 * what went wrong is on standard error.
 */
export async function runCli(
  args: readonly string[],
  commands: Commands,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  const program = createProgram(commands, ended => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end here, too, with 0; all else that commander says is about usage.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    }
    if (error instanceof CliError) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    // A bug of ours is neither a bad grade nor wrong usage: nothing was assessed.
    process.stderr.write(
      `kubernetes-ha failed: ${
        error instanceof Error ? error.stack : String(error)
      }\n`,
    );
    return exitCodes.notAssessed;
  }
}
