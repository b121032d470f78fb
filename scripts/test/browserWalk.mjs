import { endOnSignals, fail, stopAll } from '../bootstrap/index.mjs';
import { startPortal } from '../portal/portal.mjs';
import { exitCode } from './commands.mjs';

// Starts a portal and walks through its pages: browserWalk.mjs YARN PORTAL-LOG.
// A process of its own, so that both can be in another network namespace.

/** Port of the portal that the browser tests walk through. */
const BROWSER_TEST_PORT = 7017;

const [yarn, log] = process.argv.slice(2);
const node = process.execPath;
endOnSignals();
try {
  const portal = await startPortal(
    { node, yarn },
    {
      port: BROWSER_TEST_PORT,
      configs: ['app-config.yaml'],
      log,
      env: {
        // A database of its own, gone with the process.
        APP_CONFIG_backend_database_connection: '":memory:"',
      },
    },
  );
  process.exitCode = await exitCode(
    node,
    [yarn, 'playwright', 'test', '--reporter=list,json', '--workers=1'],
    { env: { ...process.env, PLAYWRIGHT_URL: portal.url } },
  );
  await stopAll();
} catch (error) {
  fail(error);
}
