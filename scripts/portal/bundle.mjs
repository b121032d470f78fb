import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root, runLogged, toolsDir } from '../bootstrap/index.mjs';

/** Folders and files that the pages are built from. */
const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'packages/app/package.json',
  'plugins/kubernetes-ha/src',
  'plugins/kubernetes-ha/package.json',
  'plugins/kubernetes-ha-common/src',
  'app-config.yaml',
  'yarn.lock',
];

/** Builds the pages of the portal, unless the present build is of the same sources. */
export async function ensureBundle({ node, yarn }) {
  const stamp = path.join(toolsDir, 'bundle');
  const wanted = fingerprint();
  const index = path.join(root, 'packages/app/dist/index.html');
  if (
    existsSync(index) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted
  ) {
    return;
  }
  // A build that is cut short must not look done, whatever state it left.
  rmSync(stamp, { force: true });
  console.log('Building the portal’s pages (one to two minutes, once) …');
  const log = path.join(toolsDir, 'bundle.log');
  await runLogged(log, node, [yarn, 'workspace', 'app', 'build'], {
    cwd: root,
    // Source maps of the whole portal double the time and are of no use here.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  mkdirSync(toolsDir, { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, path.join(root, source));
  return hash.digest('hex');
}

function addTo(hash, file) {
  if (!existsSync(file)) return;
  const entries = readdirOrNothing(file);
  if (!entries) {
    hash.update(path.relative(root, file)).update(readFileSync(file));
    return;
  }
  for (const name of entries.sort()) addTo(hash, path.join(file, name));
}

function readdirOrNothing(file) {
  try {
    return readdirSync(file);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
