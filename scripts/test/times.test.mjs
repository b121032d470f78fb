import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timesOf } from './times.mjs';

const result = (name, began, ended, tests) => ({
  step: { name },
  passed: tests.length,
  failed: 0,
  began,
  ended,
  tests,
});

test('steps stand with their beginning and length, steps side by side count once in the whole', () => {
  const lines = timesOf([
    result('lint', 1_000_000, 1_065_000, []),
    result('lab', 1_010_000, 1_610_000, []),
  ]);
  assert.match(lines[1], /^lint +0 +0 +0:00 +1:05$/);
  assert.match(lines[2], /^lab +0 +0 +0:10 +10:00$/);
  assert.match(lines[3], /^all +10:10$/);
  assert.equal(lines.length, 4);
});

test('the ten slowest tests of all steps are named, the slowest first', () => {
  const tests = from =>
    Array.from({ length: 8 }, (_, i) => ({
      name: `test ${from + i}`,
      seconds: from + i,
    }));
  const lines = timesOf([
    result('unit', 0, 1000, tests(0)),
    result('lab', 0, 1000, tests(100)),
  ]);
  const slowest = lines.slice(lines.indexOf('Slowest tests') + 1);
  assert.equal(slowest.length, 10);
  assert.equal(slowest[0], '  107.0 s  lab: test 107');
  assert.equal(slowest[9], '    6.0 s  unit: test 6');
});

test('a run without a step has no times', () => {
  assert.deepEqual(timesOf([]), []);
});
