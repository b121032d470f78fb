import { closeSync } from 'node:fs';
import path from 'node:path';
import { endOfLog, openLog, root, startGroup } from '../bootstrap/index.mjs';
import { assertFree } from './freePort.mjs';

/** How long the backend may take until it answers. */
const READY_TIMEOUT_MS = 120_000;

/** See docs/operating.md, "Hundreds of clusters". */
const NODE_FLAGS = ['--max-semi-space-size=4', '--use-largepages=silent'];
const MALLOC_ARENAS = '1';

/**
 * Starts the portal's backend, which serves the pages too, and resolves when
 * it answers. What it returns: see portal.d.mts.
 *
 * @param {{node: string, yarn: string}} tools what `bootstrap()` returned
 * @param {{port: number, configs: string[], env?: Record<string, string>, log?: string}} options
 *   `configs`: paths of configuration files, relative to the root, later ones win;
 *   `log`: a file that takes the output of the backend, instead of ours
 */
export async function startPortal({ node, yarn }, options) {
  // A portal that was just killed may hold its port for a moment.
  await assertFree(options.port, 5_000);
  const url = `http://localhost:${options.port}`;
  const configArgs = options.configs.flatMap(file => [
    '--config',
    path.resolve(root, file),
  ]);
  const log = options.log && openLog(options.log);
  const group = startGroup(
    node,
    [yarn, 'workspace', 'backend', 'start', ...configArgs],
    {
      cwd: root,
      stdio: log ? ['ignore', log, log] : 'inherit',
      env: {
        ...process.env,
        ...(options.dev ? {} : { APP_CONFIG_app_baseUrl: url }),
        APP_CONFIG_backend_baseUrl: url,
        APP_CONFIG_backend_listen_port: String(options.port),
        NODE_OPTIONS: [process.env.NODE_OPTIONS, ...NODE_FLAGS]
          .filter(Boolean)
          .join(' '),
        MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? MALLOC_ARENAS,
        ...options.env,
      },
    },
  );
  if (log) closeSync(log);
  try {
    await answersOf(
      group,
      "The portal's backend",
      `${url}/.backstage/health/v1/readiness`,
    );
  } catch (error) {
    await group.stop();
    // Our own polling fills the log.
    if (log) console.error(endOfLog(options.log, /\/\.backstage\/health\//));
    throw error;
  }
  return {
    url,
    pid: group.child.pid,
    stop: group.stop,
    kill: group.kill,
    ended: group.ended,
  };
}

/** Resolves when the group answers 200 at the address; rejects when it ends before, or takes too long. */
export async function answersOf(group, what, address) {
  const over = new AbortController();
  try {
    await Promise.race([
      answers(address, over.signal),
      group.ended.then(({ code, signal, error }) => {
        throw new Error(
          `${what} ended before it was ready (${
            error?.message ?? signal ?? `exit code ${code}`
          }). Its output names the reason.`,
        );
      }),
    ]);
  } finally {
    over.abort();
  }
}

/** Polls, for no event tells. */
async function answers(address, abort) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let last = 'no attempt';
  while (Date.now() < deadline && !abort.aborted) {
    try {
      const response = await fetch(address, {
        signal: AbortSignal.timeout(5_000),
      });
      if (response.ok) return;
      last = `HTTP ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(
    `${address} did not answer 200 within ${
      READY_TIMEOUT_MS / 1000
    } s; the last answer was: ${last}. Look at its output; is the port in use by something else?`,
  );
}
