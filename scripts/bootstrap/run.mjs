import { spawn } from 'node:child_process';
import { startGroup } from './processGroup.mjs';

/** Runs a program that asks nothing to its end; Ctrl-C here ends it and all it started. */
export async function run(command, args, options = {}) {
  const { code, signal, error } = await startGroup(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  }).ended;
  if (error) throw error;
  if (code !== 0) {
    throw new Error(
      `"${[command, ...args].join(' ')}" ended with ${
        signal ?? `exit code ${code}`
      }. Its own output above says why.`,
    );
  }
}

/**
 * Hands the terminal over to a program and resolves to its exit code. Ctrl-C is
 * the program's: it may have something to put right before it ends.
 */
export function handOver(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    // The terminal sends it to the whole foreground group.
    process.on('SIGINT', () => {});
    for (const signal of ['SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1)),
    );
  });
}
