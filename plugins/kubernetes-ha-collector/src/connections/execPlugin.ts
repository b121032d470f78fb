/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ChildProcess, spawn } from 'node:child_process';

/** More than a credential ever is: certificates and a token of some kilobytes. (proposal) */
const MAX_OUTPUT_BYTES = 1024 * 1024;

/** How long a plugin may take, and how long it has after SIGTERM. */
export interface ExecLimits {
  timeoutMs: number;
  graceMs: number;
}

/** A plugin opens a browser's worth of HTTPS requests at worst. (proposal) */
export const execLimits: ExecLimits = { timeoutMs: 30_000, graceMs: 2_000 };

/** Why a plugin gave no output. */
export class ExecFailure extends Error {
  readonly timedOut: boolean;

  constructor(message: string, timedOut = false) {
    super(message);
    this.name = 'ExecFailure';
    this.timedOut = timedOut;
  }
}

/** What to run. */
export interface ExecCommand {
  command: string;
  args: readonly string[];
  env: Record<string, string>;
}

/**
 * Runs a plugin and gives its standard output. It has a process group of its
 * own, so that what it starts ends with it: SIGTERM at the limit or when
 * `signal` ends, SIGKILL after the grace. Its error output is not read: it may
 * repeat a credential.
 *
 * Errors: {@link ExecFailure} with an exit code or an errno, and nothing of the output.
 */
export async function runExecPlugin(
  { command, args, env }: ExecCommand,
  signal: AbortSignal,
  limits: ExecLimits = execLimits,
): Promise<string> {
  const child = spawn(command, args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const timers: NodeJS.Timeout[] = [];
  const stop = () => {
    endGroup(child, 'SIGTERM');
    timers.push(setTimeout(() => endGroup(child, 'SIGKILL'), limits.graceMs));
  };
  let timedOut = false;
  timers.push(
    setTimeout(() => {
      timedOut = true;
      stop();
    }, limits.timeoutMs),
  );
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  // Something that it left behind may hold its output open.
  child.once('exit', () => {
    timers.push(setTimeout(() => endGroup(child, 'SIGKILL'), limits.graceMs));
  });
  try {
    const { output, code, killedBy, tooMuch } = await outcomeOf(child);
    if (timedOut) {
      throw new ExecFailure(
        `no answer within ${limits.timeoutMs / 1000} s`,
        true,
      );
    }
    if (signal.aborted) throw new ExecFailure('the connection was closed');
    if (tooMuch) {
      throw new ExecFailure(`it wrote more than ${MAX_OUTPUT_BYTES} bytes`);
    }
    if (code !== 0) {
      throw new ExecFailure(
        code === null ? `ended by ${killedBy}` : `exit code ${code}`,
      );
    }
    return output;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

interface Outcome {
  output: string;
  code: number | null;
  killedBy: string | null;
  tooMuch: boolean;
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_OUTPUT_BYTES) chunks.push(chunk);
      else endGroup(child, 'SIGKILL');
    });
    child.once('error', error => {
      reject(
        new ExecFailure(
          'code' in error ? String(error.code) : 'could not be run',
        ),
      );
    });
    child.once('close', (code, killedBy) => {
      resolve({
        output: Buffer.concat(chunks).toString('utf8'),
        code,
        killedBy,
        tooMuch: size > MAX_OUTPUT_BYTES,
      });
    });
  });
}

/** Ends the plugin and all that it started. */
function endGroup(child: ChildProcess, how: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    // A negative id is the group. Windows has none: there the plugin alone.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, how);
  } catch {
    // Nothing of it runs any more.
  }
}
