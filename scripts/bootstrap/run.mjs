import { spawn } from 'node:child_process';

/**
 * Runs a command with its output on ours and resolves when it ends.
 * Errors: Error with the command line and its exit code or signal.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else {
        reject(
          new Error(
            `"${[command, ...args].join(' ')}" ended with ${
              signal ?? `exit code ${code}`
            }. Its own output above says why.`,
          ),
        );
      }
    });
  });
}
