import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isEnding, root, startGroup, which } from '../bootstrap/index.mjs';
import { eachLine } from './lines.mjs';
import { tally } from './tally.mjs';

const reports = path.join(root, 'node_modules', '.cache', 'test-reports');

/** A file that a runner writes its report to; an old one is gone. */
export function reportFile(name) {
  mkdirSync(reports, { recursive: true });
  const file = path.join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/**
 * Runs a command to its end and resolves to its exit code. `print` takes its
 * lines; without it they go to the terminal. `quiet`: standard output is
 * dropped. `yielding`: what waits for the clock goes first, should both want
 * the processor.
 */
export async function exitCode(
  command,
  args,
  { print, quiet = false, yielding = false, ...options } = {},
) {
  const nice = yielding ? which('nice') : undefined;
  const output = print ? 'pipe' : 'inherit';
  const { child, ended } = startGroup(
    nice ?? command,
    nice ? ['-n', '5', command, ...args] : args,
    {
      cwd: root,
      stdio: ['ignore', quiet ? 'ignore' : output, output],
      ...options,
    },
  );
  const said = [child.stdout, child.stderr].filter(Boolean).map(
    stream =>
      new Promise(resolve => {
        eachLine(stream, print);
        stream.on('close', resolve);
      }),
  );
  const { code, signal, error } = await ended;
  // A child of the command may hold the pipe for ever; it is ended with us.
  if (error === undefined) await Promise.race([Promise.all(said), soon()]);
  if (code === 0) return 0;
  const how = error?.message ?? signal ?? `exit code ${code}`;
  // Ended by Ctrl-C, it has nothing to tell.
  if (!isEnding()) {
    (print ?? console.error)(`"${[command, ...args].join(' ')}": ${how}`);
  }
  return code ?? 1;
}

/** What was written is read by then. */
function soon() {
  return new Promise(resolve => {
    setTimeout(resolve, 2_000).unref();
  });
}

/** A command that passes or fails as one. */
export async function asOne(label, command, args, options) {
  const code = await exitCode(command, args, options);
  return code === 0 ? tally(1, 0) : tally(0, 1, [label]);
}
