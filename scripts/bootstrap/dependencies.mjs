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
import { npmTool } from './npmTool.mjs';
import { root, toolsDir } from './paths.mjs';
import { run } from './run.mjs';

const YARN_VERSION = '4.18.1';

/** Path of yarn's JavaScript, fetched from npm (corepack cannot fetch it everywhere). */
export async function ensureYarn() {
  const folder = await npmTool('@yarnpkg/cli-dist', YARN_VERSION);
  return path.join(folder, 'bin', 'yarn.js');
}

/** Installs the workspace exactly as locked; does nothing when that has been done. */
export async function ensureDependencies() {
  const yarn = await ensureYarn();
  const stamp = path.join(toolsDir, 'installed');
  const wanted = fingerprint();
  const done =
    existsSync(path.join(root, 'node_modules', '.yarn-state.yml')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted;
  if (done) return yarn;
  rmSync(stamp, { force: true });
  console.log('Installing dependencies (about three minutes, 1.9 GB) …');
  await run(process.execPath, [yarn, 'install', '--immutable'], {
    cwd: root,
    env: { ...process.env, YARN_ENABLE_PROGRESS_BARS: '0' },
  });
  mkdirSync(toolsDir, { recursive: true });
  writeFileSync(stamp, wanted);
  return yarn;
}

/** Hash of everything that decides what is installed. */
function fingerprint() {
  const files = [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    'lab/package.json',
  ];
  for (const parent of ['packages', 'plugins']) {
    for (const name of readdirSync(path.join(root, parent)).sort()) {
      files.push(path.join(parent, name, 'package.json'));
    }
  }
  const hash = createHash('sha256');
  for (const file of files) {
    const full = path.join(root, file);
    if (existsSync(full)) hash.update(file).update(readFileSync(full));
  }
  return hash.digest('hex');
}
