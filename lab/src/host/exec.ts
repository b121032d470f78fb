/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { spawn } from 'node:child_process';

/** What a finished command left. */
export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Written to standard input; without it standard input is empty. */
  input?: string;
  /** Default 60 s. */
  timeoutMs?: number;
}

/** A command that ended with a code other than 0. `output`: the end of what it printed. */
export class CommandError extends Error {
  readonly output: string;

  constructor(command: string, code: number, output: string) {
    super(`${command} ended with code ${code}: ${output}`);
    this.name = 'CommandError';
    this.output = output;
  }
}

/** Runs a command to its end and returns what it printed, whatever its exit code. */
export function tryRun(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { timeoutMs = 60_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    // A command that ends without reading its input closes the pipe; its exit code is what counts.
    child.stdin.on('error', () => undefined);
    child.on('error', error => {
      clearTimeout(timer);
      reject(
        new Error(`Cannot run ${command}: ${error.message}`, { cause: error }),
      );
    });
    child.on('close', code => {
      clearTimeout(timer);
      if (timedOut) {
        stderr += `\n(timeout: ended by the lab after ${timeoutMs} ms)`;
      }
      resolve({ code: code ?? 1, stdout, stderr });
    });
    child.stdin.end(options.input ?? '');
  });
}

/** As {@link tryRun}, but a non-zero exit code is a {@link CommandError} that quotes the command and the end of its output. */
export async function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const result = await tryRun(command, args, options);
  if (result.code !== 0) {
    const said = (result.stderr.trim() || result.stdout.trim()).slice(-2_000);
    throw new CommandError(`${command} ${args.join(' ')}`, result.code, said);
  }
  return result.stdout;
}
