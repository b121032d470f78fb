import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { toolsDir } from './paths.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Installs one npm package into a folder of its own below `.tools` and returns
 * that package's folder. Does nothing when the same version is there already.
 */
export async function npmTool(name, version) {
  const folder = path.join(toolsDir, name.replace('/', '+'));
  const installed = path.join(folder, 'node_modules', name);
  const stamp = path.join(folder, 'version');
  if (existsSync(installed) && existsSync(stamp)) {
    if (readFileSync(stamp, 'utf8') === version) return installed;
  }
  console.log(`Fetching ${name}@${version} (once) …`);
  mkdirSync(folder, { recursive: true });
  // A package.json of its own keeps npm from climbing to the workspace root.
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  await run(
    npm,
    [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${name}@${version}`,
    ],
    { cwd: folder, shell: process.platform === 'win32' },
  );
  writeFileSync(stamp, version);
  return installed;
}
