import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/index.mjs';
import { exitCode, reportFile } from './commands.mjs';
import { broken, fromTap } from './tally.mjs';

/**
 * node's own test runner over the tests of a folder, one file after the other
 * or `concurrency` side by side; `preload`: modules that come before each file.
 */
export async function nodeTests(
  name,
  { node, print },
  folder,
  { env = {}, concurrency = 1, preload = [] } = {},
) {
  const files = testFiles(folder);
  if (files.length === 0) return broken(`no test files in ${folder}`);
  const report = reportFile(`${name}.tap`);
  const code = await exitCode(
    node,
    [
      ...['tsx', ...preload].flatMap(module => ['--import', module]),
      '--test',
      `--test-concurrency=${concurrency}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    { print, env: { ...process.env, ...env } },
  );
  return fromTap(report, code);
}

function testFiles(folder) {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter(name => name.endsWith('.test.ts') || name.endsWith('.test.mjs'))
    .sort()
    .map(name => path.join(folder, name));
}
