import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../bootstrap/index.mjs';

test('the check catalogue is what the registry says', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/docs/checkCatalogue.ts', '--check'],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});

/** Markdown files of the repository that a reader may open. */
function pages(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(
    entry => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return pages(file);
      return entry.name.endsWith('.md') ? [file] : [];
    },
  );
}

test('every relative link of the documentation leads to a file', () => {
  const dead = [];
  for (const page of ['README.md', 'CONTRIBUTING.md', ...pages('docs')]) {
    const text = readFileSync(path.join(root, page), 'utf8');
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const file = path.join(root, path.dirname(page), target);
      if (!existsSync(file)) dead.push(`${page}: ${target}`);
    }
  }
  assert.deepEqual(dead, []);
});

test('no hand-written file is longer than 400 lines without saying why', () => {
  const { stdout } = spawnSync(
    'git',
    ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.js', '*.css', '*.proto'],
    { cwd: root, encoding: 'utf8' },
  );
  const long = stdout
    .split('\n')
    .filter(file => file && existsSync(path.join(root, file)))
    .filter(file => !file.includes('/generated/'))
    .filter(file => {
      const text = readFileSync(path.join(root, file), 'utf8');
      if (/Generated (by|from) |@generated|Long because/.test(text))
        return false;
      return text.split('\n').length > 400;
    });
  assert.deepEqual(long, []);
});
