import { partProgram } from '../bootstrap/index.mjs';
import { ensureBundle } from '../portal/bundle.mjs';
import { startPortal } from '../portal/portal.mjs';
import { exitCode, reportFile } from './commands.mjs';
import { fromPlaywright } from './tally.mjs';

/** Port of the portal that the browser tests walk through. */
const BROWSER_TEST_PORT = 7017;

/** Walks through the pages of a real portal that shows recordings. */
export async function browserTests(tools) {
  await ensureBundle(tools);
  const portal = await startPortal(tools, {
    port: BROWSER_TEST_PORT,
    configs: ['app-config.yaml'],
    log: reportFile('portal.log'),
    env: {
      // A database of its own, gone with the process.
      APP_CONFIG_backend_database_connection: '":memory:"',
    },
  });
  try {
    const report = reportFile('playwright.json');
    const code = await exitCode(
      tools.node,
      [tools.yarn, 'playwright', 'test', '--reporter=list,json', '--workers=1'],
      {
        print: tools.print,
        env: {
          ...process.env,
          PLAYWRIGHT_URL: portal.url,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          CHROMIUM_PATH: partProgram('chromium'),
        },
      },
    );
    return fromPlaywright(report, code);
  } finally {
    await portal.stop();
  }
}
