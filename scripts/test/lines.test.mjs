import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { test } from 'node:test';
import { exitCode } from './commands.mjs';
import { eachLine, printer } from './lines.mjs';

/** Lines that come of these pieces. */
async function linesOf(...pieces) {
  const lines = [];
  const stream = new PassThrough();
  eachLine(stream, line => lines.push(line));
  pieces.forEach(piece => stream.write(piece));
  stream.end();
  await finished(stream);
  return lines;
}

test('a line is printed whole, however it comes', async () => {
  const letter = Buffer.from('é');
  assert.deepEqual(await linesOf('on', 'e\ntwo\r\n', '\nthr', 'ee'), [
    'one',
    'two',
    '',
    'three',
  ]);
  assert.deepEqual(
    await linesOf(letter.subarray(0, 1), letter.subarray(1), '\n'),
    ['é'],
  );
  assert.deepEqual(await linesOf(), []);
});

test('beside others each line of a step carries its name; alone none does', () => {
  const written = [];
  const write = line => written.push(line);
  printer('unit', false, write)('PASS');
  printer('unit', true, write)('PASS');
  assert.deepEqual(written, ['unit        │ PASS', 'PASS']);
});

const node = process.execPath;

test('what a command writes on either stream is printed, and its exit code returned', async () => {
  const said = [];
  const code = await exitCode(
    node,
    ['-e', 'console.log("out"); console.error("err"); process.exitCode = 3'],
    { print: line => said.push(line) },
  );
  assert.equal(code, 3);
  assert.deepEqual(said.slice(0, 2).sort(), ['err', 'out']);
  assert.match(said[2], /exit code 3/);
});

test('of a quiet command only what it complains of is printed', async () => {
  const said = [];
  const code = await exitCode(
    node,
    ['-e', 'console.log("out"); console.error("err")'],
    { print: line => said.push(line), quiet: true },
  );
  assert.equal(code, 0);
  assert.deepEqual(said, ['err']);
});

test('a command that yields has a lower priority', async () => {
  const print = 'console.log(require("os").getPriority())';
  const said = [];
  for (const yielding of [false, true]) {
    await exitCode(node, ['-e', print], {
      print: line => said.push(Number(line)),
      yielding,
    });
  }
  assert.ok(said[1] > said[0] || said[0] === 19, said.join(' '));
});

test('a program that is not there is no exit code 0', async () => {
  const said = [];
  const print = line => said.push(line);
  assert.notEqual(await exitCode('no-such-program', [], { print }), 0);
  assert.match(said.join('\n'), /ENOENT/);
});
