import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isEnding } from './ending.mjs';
import { run } from './run.mjs';

/** Lines of a log that an error shows. */
const SHOWN_LINES = 60;

/** Opens a log file anew, for the output of a child process. Returns its descriptor. */
export function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}

/** The end of a log, for an error message, `without` lines that say nothing. */
export function endOfLog(file, without = /^$/) {
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .filter(line => !without.test(line));
  return `The end of ${file}:\n${lines.slice(-SHOWN_LINES).join('\n')}`;
}

/**
 * Runs a command with its output in a file; only when it fails is the end of
 * it shown. Errors: as {@link run}.
 */
export async function runLogged(file, command, args, options = {}) {
  const log = openLog(file);
  try {
    await run(command, args, { ...options, stdio: ['ignore', log, log] });
  } catch (error) {
    // Ended by Ctrl-C, it has nothing to tell.
    if (!isEnding()) console.error(endOfLog(file));
    throw error;
  } finally {
    closeSync(log);
  }
}
