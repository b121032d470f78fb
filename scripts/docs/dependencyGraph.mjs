import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/index.mjs';

// What imports what, as dependency-cruiser finds it (MIT,
// https://github.com/sverweij/dependency-cruiser). The rules are in
// .dependency-cruiser.cjs.

const cruiser = path.join(
  root,
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
);

/** Arrows that go the wrong way, one a line; empty when none does. `folder`: the root of the sources. */
export function violations(folder = root) {
  const { status, stdout, stderr } = cruise(folder, ['--output-type', 'json']);
  // Its exit code counts the violations; without a result it did not run.
  if (!stdout.startsWith('{')) {
    throw new Error(`dependency-cruiser ended with ${status}: ${stderr}`);
  }
  const { summary, modules } = JSON.parse(stdout);
  if (modules.length === 0) throw new Error(`no sources found in ${folder}`);
  return summary.violations.map(
    ({ rule, from, to }) => `${from} → ${to}, but ${rule.name}`,
  );
}

/** The packages and their arrows, as Mermaid. */
export function packageGraph() {
  const { status, stdout, stderr } = cruise(root, [
    ...['--output-type', 'mermaid'],
    ...['--include-only', '^(plugins|packages)/'],
    ...['--collapse', '^(plugins|packages)/[^/]+'],
  ]);
  if (status !== 0) throw new Error(`dependency-cruiser: ${stderr}${stdout}`);
  return stdout.trim();
}

function cruise(folder, args) {
  return spawnSync(
    process.execPath,
    [
      cruiser,
      ...['--config', path.join(root, '.dependency-cruiser.cjs')],
      ...args,
      ...sourceFolders(folder),
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
}

/** Sources of all plugins, and of the packages that are published. */
function sourceFolders(folder) {
  const plugins = readdirSync(path.join(folder, 'plugins')).map(
    name => `plugins/${name}/src`,
  );
  return [...plugins, 'packages/cli/src'].filter(each =>
    existsSync(path.join(folder, each)),
  );
}
