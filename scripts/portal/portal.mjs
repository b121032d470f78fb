import path from 'node:path';
import { root } from '../bootstrap/index.mjs';
import { startGroup } from './processGroup.mjs';

/** How long the backend may take until it answers. */
const READY_TIMEOUT_MS = 120_000;

/**
 * Starts the portal's backend, which serves the pages too, and resolves when
 * it answers. What it returns: see portal.d.mts.
 *
 * @param {{node: string, yarn: string}} tools what `bootstrap()` returned
 * @param {{port: number, configs: string[], env?: Record<string, string>, quiet?: boolean}} options
 *   `configs`: paths of configuration files, relative to the root, later ones win
 */
export async function startPortal({ node, yarn }, options) {
  const url = `http://localhost:${options.port}`;
  const configArgs = options.configs.flatMap(file => [
    '--config',
    path.resolve(root, file),
  ]);
  const group = startGroup(
    node,
    [yarn, 'workspace', 'backend', 'start', ...configArgs],
    {
      cwd: root,
      stdio: options.quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
      env: {
        ...process.env,
        ...(options.dev ? {} : { APP_CONFIG_app_baseUrl: url }),
        APP_CONFIG_backend_baseUrl: url,
        APP_CONFIG_backend_listen_port: String(options.port),
        ...options.env,
      },
    },
  );
  try {
    await Promise.race([
      answers(`${url}/.backstage/health/v1/readiness`),
      group.ended.then(({ code, signal, error }) => {
        throw new Error(
          `The portal's backend ended before it was ready (${
            error?.message ?? signal ?? `exit code ${code}`
          }). Its output above names the reason.`,
        );
      }),
    ]);
  } catch (error) {
    await group.stop();
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

/** Resolves when a GET of the address answers 200; polls, for no event tells. */
export async function answers(address) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let last = 'no attempt';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(address, {
        signal: AbortSignal.timeout(5_000),
      });
      if (response.ok) return;
      last = `HTTP ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error(
    `${address} did not answer 200 within ${
      READY_TIMEOUT_MS / 1000
    } s; the last answer was: ${last}. Look at the output above; is the port in use by something else?`,
  );
}
