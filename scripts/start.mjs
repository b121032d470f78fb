import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap, fail, root } from './bootstrap/index.mjs';
import { ensureBundle } from './portal/bundle.mjs';
import { openBrowser } from './portal/openBrowser.mjs';
import { answers, startPortal } from './portal/portal.mjs';
import { startGroup } from './portal/processGroup.mjs';

const HELP = `npm start [-- options]

Starts the demo portal. Without options it plays back recorded clusters.

  --lab             show the running lab cluster (npm run lab -- up) instead
  --config FILE     add a configuration file; may be given more than once
  --port N          serve on this port (7007)
  --dev             serve the pages with hot reload on port 3000
  --no-open         do not open a browser
  --help            this text`;

async function main() {
  const { values } = readArgs();
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = Number(values.port);
  const configs = ['app-config.yaml'];
  if (values.dev) configs.push('app-config.development.yaml');
  if (values.lab) configs.push(...labConfigs());
  for (const file of values.config ?? []) {
    const full = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
    if (!existsSync(full)) {
      throw new Error(
        `--config ${file}: there is no such file. Expected: the path of a Backstage configuration file.`,
      );
    }
    configs.push(full);
  }
  const tools = await bootstrap();
  await assertFree(port);

  const stops = [];
  const stopAll = async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
  };
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      console.log('\nStopping …');
      stopAll().then(() => process.exit(0), fail);
    });
  }

  if (!values.dev) await ensureBundle(tools);
  const portal = await startPortal(tools, { port, configs, dev: values.dev });
  stops.push(portal.stop);
  let url = `${portal.url}/kubernetes-ha`;
  if (values.dev) {
    const pages = startGroup(
      tools.node,
      [
        tools.yarn,
        'workspace',
        'app',
        'start',
        ...configs.flatMap(file => ['--config', path.resolve(root, file)]),
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, BROWSER: 'none' } },
    );
    stops.push(pages.stop);
    await answers('http://localhost:3000');
    url = 'http://localhost:3000/kubernetes-ha';
  }
  const opened = !values['no-open'] && openBrowser(url);
  console.log(
    `\n  The portal is ready: ${url}${
      opened ? ' (opened in your browser)' : ''
    }\n  Ctrl-C ends it.\n`,
  );
  const { code, signal } = await portal.ended;
  if (!ending) {
    await stopAll();
    throw new Error(
      `The portal's backend ended by itself (${
        signal ?? `exit code ${code}`
      }). Its output above names the reason.`,
    );
  }
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

/** Configuration files that running labs wrote. */
function labConfigs() {
  const data =
    process.env.KUBERNETES_HA_LAB_DATA ?? path.join(root, 'lab', '.data');
  const files = existsSync(data)
    ? readdirSync(data)
        .map(name => path.join(data, name, 'app-config.lab.yaml'))
        .filter(existsSync)
    : [];
  if (files.length === 0) {
    throw new Error(
      '--lab: no lab is running. Expected: one started with "npm run lab -- up". Start it, then run this again.',
    );
  }
  return files;
}

/** Refuses early when somebody else has the port. */
function assertFree(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `--port is ${port}. Expected: a whole number from 1 to 65535.`,
    );
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error =>
      reject(
        new Error(
          `Port ${port} cannot be used (${error.code}). Expected: a free port. End what uses it, or choose another with --port.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

main().catch(fail);
