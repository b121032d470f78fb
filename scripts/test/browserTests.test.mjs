import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { ownNetwork } from './browserTests.mjs';

const asks = [
  process.execPath,
  '-e',
  `const { createServer, connect } = require('node:net');
   const names = Object.keys(require('node:os').networkInterfaces());
   const server = createServer(socket => socket.end('answer'));
   server.listen(0, '127.0.0.1', () => {
     connect(server.address().port, '127.0.0.1').on('data', data => {
       console.log(JSON.stringify([names, String(data)]));
       server.close();
     });
   });`,
];

test('the browser sees the loopback and a link that leads nowhere', () => {
  const [command, ...args] = ownNetwork(asks);
  // Without the rights for it the browser shares the machine's network.
  const isOwn = command !== process.execPath;
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8' });
  assert.equal(status, 0);
  const [names, answer] = JSON.parse(stdout);
  assert.equal(answer, 'answer');
  const others = names.filter(name => !name.startsWith('nowhere'));
  if (isOwn) {
    assert.deepEqual(others, ['lo']);
    assert.ok(names.includes('nowhere'), `only ${names}`);
  }
});
