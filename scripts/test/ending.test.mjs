import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { advice } from '../bootstrap/system.mjs';
import { endLeftovers } from '../bootstrap/leftovers.mjs';
import { assertFree } from '../portal/freePort.mjs';
import { labConfig } from '../portal/labConfig.mjs';

const bootstrap = new URL('../bootstrap/index.mjs', import.meta.url).href;

const ending = new URL('../bootstrap/ending.mjs', import.meta.url).href;

const limit = { timeout: 60_000 };

/** A program that starts a group which would go on for ever, and says so; it holds our pipe as long as it lives. */
async function startProgram(then = '') {
  const text = `
    import { endOnSignals, startGroup } from ${JSON.stringify(bootstrap)};
    endOnSignals({ code: 7 });
    const group = startGroup('sh', ['-c', 'echo up; sleep 1000 & sleep 1000'], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    console.log('noted');
    ${then}
  `;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', text],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const exited = once(child, 'exit');
  const allEnded = once(child, 'close');
  // The group may speak before its starter has noted it; a kill in between would be nobody's to make good.
  const awaited = new Set(['up', 'noted']);
  for await (const line of createInterface(child.stdout)) {
    awaited.delete(line);
    if (awaited.size === 0) break;
  }
  child.stdout.resume();
  return { child, exited, allEnded };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  test(
    `${signal} ends what was started, before it is ready too`,
    limit,
    async () => {
      const { child, exited, allEnded } = await startProgram();
      child.kill(signal);
      assert.deepEqual(await exited, [7, null]);
      await allEnded;
    },
  );
}

test(
  'a group that is stopped has no process left, whatever they ignore',
  { ...limit, skip: process.platform === 'win32' },
  async () => {
    const { startGroup } = await import(bootstrap);
    const { child, stop } = startGroup(
      'sh',
      [
        '-c',
        'sh -c "trap \'\' TERM; while :; do sleep 0.1; done" & echo up; wait',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    await stop();
    assert.throws(() => process.kill(-child.pid, 0), { code: 'ESRCH' });
  },
);

test(
  'who has handed over waits until the other has tidied up',
  limit,
  async () => {
    const successor = `
    process.on('SIGTERM', () => setTimeout(() => process.exit(5), 300));
    setInterval(() => {}, 1000);
    console.log('up');
  `;
    const text = `
    import { spawn } from 'node:child_process';
    import { endOnSignals, passSignalsTo } from ${JSON.stringify(ending)};
    endOnSignals({ code: 7 });
    const child = spawn(process.execPath, ['--eval', ${JSON.stringify(
      successor,
    )}], { stdio: ['ignore', 'inherit', 'inherit'] });
    passSignalsTo(child);
    child.on('exit', code => process.exit(code));
  `;
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', text],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await exited, [5, null]);
  },
);

test('an error ends what was started', limit, async () => {
  const { exited, allEnded } = await startProgram(
    "setTimeout(() => { throw new Error('a bug'); }, 200);",
  );
  assert.deepEqual(await exited, [1, null]);
  await allEnded;
});

test('what a killed run left behind is ended by the next', limit, async () => {
  const { child, exited, allEnded } = await startProgram();
  child.kill('SIGKILL');
  await exited;
  let gone = false;
  allEnded.then(() => {
    gone = true;
  });
  assert.equal(gone, false);
  endLeftovers();
  await allEnded;
});

test('a port in use is refused, and a free one is not', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await assert.rejects(
    assertFree(port),
    /Port \d+ cannot be used \(EADDRINUSE/,
  );
  const waiting = assertFree(port, 10_000);
  server.close();
  await waiting;
});

test('several labs become one configuration that only its owner reads', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lab-config-'));
  const files = ['one', 'two'].map(name => {
    const file = path.join(folder, `${name}.yaml`);
    writeFileSync(file, `kubernetesHa:\n  clusters:\n    - name: ${name}\n`);
    return file;
  });
  const target = labConfig(files, path.join(folder, 'portal', 'labs.yaml'));
  assert.match(readFileSync(target, 'utf8'), /name: one[^]*name: two/);
  assert.equal(statSync(target).mode % 0o1000, 0o600);
});

test('advice names what the system at hand understands', () => {
  assert.match(advice('haproxy', 'darwin'), /brew install haproxy/);
  assert.match(advice('keepalived', 'darwin'), /Linux only/);
  assert.match(
    advice('haproxy', 'linux', true),
    /sudo apt-get install haproxy/,
  );
  assert.doesNotMatch(advice('haproxy', 'linux', false), /apt-get/);
});
