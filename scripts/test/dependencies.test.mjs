import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../bootstrap/index.mjs';
import { violations } from '../docs/dependencyGraph.mjs';

test('packages import one way', () => {
  assert.deepEqual(violations(), []);
});

test('the graph in the documentation is what the sources import', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/docs/dependencies.mjs', '--check'],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});

const common = 'plugins/kubernetes-ha-common';
const collector = 'plugins/kubernetes-ha-collector';
const node = 'plugins/kubernetes-ha-node';
const backend = 'plugins/kubernetes-ha-backend';
const frontend = 'plugins/kubernetes-ha';
const cli = 'packages/cli';
const packages = [common, collector, node, backend, frontend, cli];

const allowed = [
  [collector, common],
  [node, common],
  [node, collector],
  [backend, common],
  [backend, collector],
  [backend, node],
  [frontend, common],
  [cli, common],
  [cli, collector],
];

const pairs = packages.flatMap(from =>
  packages.filter(to => to !== from).map(to => [from, to]),
);
const isAllowed = ([from, to]) =>
  allowed.some(([a, b]) => a === from && b === to);

test('every arrow that is not allowed is refused, even of a type, and no other is', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-arrows-'));
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  try {
    write('tsconfig.json', '{}');
    for (const each of packages) {
      write(`${each}/src/index.ts`, 'export interface Something {}\n');
    }
    for (const [from, to] of pairs) {
      const target = path.posix.relative(`${from}/src`, `${to}/src/index`);
      write(
        `${from}/src/${path.basename(to)}.ts`,
        `export type { Something } from '${target}';\n`,
      );
    }
    assert.deepEqual(
      violations(folder)
        .map(text => text.replace(/, but .*/, ''))
        .sort(),
      pairs
        .filter(pair => !isAllowed(pair))
        .map(
          ([from, to]) =>
            `${from}/src/${path.basename(to)}.ts → ${to}/src/index.ts`,
        )
        .sort(),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a plugin that the rules do not know yet is refused until it has its line', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-arrows-'));
  try {
    writeFileSync(path.join(folder, 'tsconfig.json'), '{}');
    const source = path.join(folder, 'plugins/kubernetes-ha-new/src');
    mkdirSync(source, { recursive: true });
    writeFileSync(path.join(source, 'a.ts'), "import './b';\n");
    writeFileSync(path.join(source, 'b.ts'), 'export {};\n');
    const found = violations(folder);
    assert.equal(found.length, 1);
    assert.match(found[0], /mayImport/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
