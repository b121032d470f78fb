import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root } from '../bootstrap/index.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'own-lab-data-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The folder of labs that a file sees which the test runner starts, or which is started without it. */
function seenBy(name, env) {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    'process.stdout.write(String(process.env.KUBERNETES_HA_LAB_DATA));',
  );
  const { NODE_TEST_CONTEXT: _, ...rest } = process.env;
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', './scripts/test/ownLabData.mjs', file],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...rest, KUBERNETES_HA_LAB_DATA: '/data', ...env },
    },
  );
  return stdout;
}

test('each test file has its labs in a folder of its own', () => {
  const env = { NODE_TEST_CONTEXT: 'child' };
  assert.equal(seenBy('faults.test.mjs', env), path.join('/data', 'faults'));
  assert.equal(seenBy('scan.test.mjs', env), path.join('/data', 'scan'));
});

test('the runner of the test files hands the common folder down', () => {
  assert.equal(seenBy('faults.test.mjs', {}), '/data');
});
