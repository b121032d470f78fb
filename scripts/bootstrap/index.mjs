import { ensureDependencies } from './dependencies.mjs';
import { ensureNode } from './node.mjs';

export { endOnSignals, endWithUs, isEnding, stopAll } from './ending.mjs';
export { isCi } from './isCi.mjs';
export { endLeftovers, noteRunning } from './leftovers.mjs';
export { endOfLog, openLog, runLogged } from './logged.mjs';
export { root, toolsDir } from './paths.mjs';
export { startGroup } from './processGroup.mjs';
export { handOver, run } from './run.mjs';
export {
  ensureSystemParts,
  labObstacles,
  partProgram,
  which,
} from './system.mjs';

/**
 * Makes a machine with any Node ≥ 20 and npm ready for the workspace: a Node
 * that Backstage supports, yarn, and the locked dependencies. Idempotent; the
 * second time it takes well under two seconds. Returns the command that runs
 * yarn: `[node, yarn.js]`.
 */
export async function bootstrap() {
  await ensureNode();
  const yarn = await ensureDependencies();
  return { node: process.execPath, yarn };
}

/** Ends the process with one readable message; the stack only with DEBUG set. */
export function fail(error) {
  console.error(`\n${error.message}`);
  if (error.cause) console.error(`Cause: ${error.cause.message}`);
  if (process.env.DEBUG) console.error(error.stack);
  process.exit(1);
}
