import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseSteps } from './options.mjs';

const here = { CI: '' };
const names = steps => steps.map(({ name }) => name);

test('without a word every step runs and none is left out', () => {
  const { chosen, leftOut } = chooseSteps([], here);
  assert.deepEqual(leftOut, []);
  for (const name of ['lint', 'unit', 'lab', 'acceptance', 'browser']) {
    assert.ok(names(chosen).includes(name), name);
  }
});

test('a quick run has neither labs nor browsers, and names what it leaves out', () => {
  const { chosen, leftOut } = chooseSteps(['--quick'], here);
  assert.ok(chosen.every(({ lab, parts }) => !lab && parts.length === 0));
  assert.ok(names(chosen).includes('unit'));
  assert.deepEqual(
    [...names(chosen), ...names(leftOut.map(({ step }) => step))].sort(),
    names(chooseSteps([], here).chosen).sort(),
  );
});

test('a quick run is refused where nothing may be left out', () => {
  for (const CI of ['true', '1']) {
    assert.throws(() => chooseSteps(['--quick'], { CI }), /may be left out/);
  }
});

test('single steps run by their names; a wrong one is refused with those there are', () => {
  const { chosen } = chooseSteps(['--only', 'types,unit'], here);
  assert.deepEqual(names(chosen), ['types', 'unit']);
  assert.throws(
    () => chooseSteps(['--only', 'units'], here),
    /no step "units"\. Expected some of: .*unit/,
  );
  assert.throws(
    () => chooseSteps(['--quick', '--only', 'lab'], here),
    /no step "lab"/,
  );
  assert.throws(() => chooseSteps(['--fast'], here), /--fast[^]*npm test/);
});
