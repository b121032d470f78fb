import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLanes } from './lanes.mjs';

/** Everything that follows from what has happened so far has happened. */
function settled() {
  return new Promise(resolve => setImmediate(resolve));
}

/** Runs steps of which none ends by itself; `end` lets one go. */
async function start(steps) {
  const begun = [];
  const ends = new Map();
  const all = runLanes(steps, step => {
    begun.push(step.name);
    return new Promise(resolve => ends.set(step.name, resolve));
  });
  await settled();
  return {
    begun,
    all,
    async end(name) {
      ends.get(name)();
      await settled();
    },
  };
}

const build = { name: 'build', lane: 'labs' };
const lab = { name: 'lab', lane: 'labs' };
const lint = { name: 'lint', lane: 'code' };
const unit = { name: 'unit', lane: 'code', after: ['build'] };

test('lanes run side by side, each one step at a time and in order', async () => {
  const run = await start([lint, build, lab]);
  assert.deepEqual(run.begun, ['lint', 'build']);
  await run.end('build');
  assert.deepEqual(run.begun, ['lint', 'build', 'lab']);
  await run.end('lint');
  await run.end('lab');
  await run.all;
});

test('a step waits for what it needs of the other lane', async () => {
  const run = await start([lint, build, unit]);
  await run.end('lint');
  assert.deepEqual(run.begun, ['lint', 'build']);
  await run.end('build');
  assert.deepEqual(run.begun, ['lint', 'build', 'unit']);
  await run.end('unit');
  await run.all;
});

test('what it needs is not waited for when it does not run', async () => {
  const run = await start([unit]);
  assert.deepEqual(run.begun, ['unit']);
  await run.end('unit');
  await run.all;
});
