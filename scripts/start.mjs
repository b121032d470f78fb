import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  bootstrap,
  endLeftovers,
  endOnSignals,
  fail,
  isEnding,
  root,
  startGroup,
  stopAll,
} from './bootstrap/index.mjs';
import { ensureBundle } from './portal/bundle.mjs';
import { assertFree } from './portal/freePort.mjs';
import { labConfig, labConfigFiles } from './portal/labConfig.mjs';
import { openBrowser } from './portal/openBrowser.mjs';
import { answersOf, startPortal } from './portal/portal.mjs';

/** Where --dev serves the pages. */
const PAGES_PORT = 3000;

const HELP = `npm start [-- options]

Starts the demo portal. Without options it plays back recorded clusters.

  --lab             show the running lab clusters (npm run lab -- up) instead
  --config FILE     add a configuration file; may be given more than once
  --port N          serve on this port (7007)
  --dev             serve the pages with hot reload on port 3000
  --no-open         do not open a browser
  --help            this text

Warnings and errors of the backend are shown; LOG_LEVEL=info npm start shows
everything it does.`;

async function main() {
  const { values } = readArgs();
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = Number(values.port);
  assertPort(port);
  const configs = ['app-config.yaml'];
  if (values.dev) configs.push('app-config.development.yaml');
  if (values.lab) labConfigFiles();
  const added = [];
  for (const file of values.config ?? []) {
    const full = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
    if (!existsSync(full)) {
      throw new Error(
        `--config ${file}: there is no such file. Expected: the path of a Backstage configuration file.`,
      );
    }
    added.push(full);
  }
  // Before anything is started, so that Ctrl-C ends whatever runs by then.
  endOnSignals({ code: 0 });
  const tools = await bootstrap();
  endLeftovers();
  if (values.lab) configs.push(labConfig());
  configs.push(...added);
  await assertFree(port);
  if (values.dev) await assertFree(PAGES_PORT);
  else await ensureBundle(tools);

  const portal = await startPortal(tools, {
    port,
    configs,
    dev: values.dev,
    env: { LOG_LEVEL: process.env.LOG_LEVEL || 'warn' },
  });
  const running = [{ name: 'backend', ended: portal.ended }];
  let url = `${portal.url}/kubernetes-ha`;
  if (values.dev) {
    const pages = startPages(tools, configs);
    running.push({ name: 'pages server', ended: pages.ended });
    const address = `http://localhost:${PAGES_PORT}`;
    await answersOf(pages, "The portal's pages server", address);
    url = `${address}/kubernetes-ha`;
  }
  const opened = !values['no-open'] && openBrowser(url);
  console.log(
    `\n  The portal is ready: ${url}${
      opened ? ' (opened in your browser)' : ''
    }\n  Ctrl-C ends it.\n`,
  );
  const { name, code, signal } = await Promise.race(
    running.map(async each => ({ name: each.name, ...(await each.ended) })),
  );
  throw new Error(
    `The portal's ${name} ended by itself (${
      signal ?? `exit code ${code}`
    }). Its output above names the reason.`,
  );
}

function startPages({ node, yarn }, configs) {
  const files = configs.flatMap(file => ['--config', path.resolve(root, file)]);
  return startGroup(node, [yarn, 'workspace', 'app', 'start', ...files], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, BROWSER: 'none' },
  });
}

function readArgs() {
  try {
    return parseArgs({
      options: {
        lab: { type: 'boolean', default: false },
        config: { type: 'string', multiple: true },
        port: { type: 'string', default: '7007' },
        dev: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Error(`${error.message}\n\n${HELP}`);
  }
}

function assertPort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `--port is ${port}. Expected: a whole number from 1 to 65535.`,
    );
  }
}

main().catch(async error => {
  // What fails because it was ended is no news.
  if (isEnding()) return;
  await stopAll();
  fail(error);
});
