import { connect, createServer } from 'node:net';
import { joined } from './joined.mjs';

// Listens on a port of the loopback and hands each connection to a socket file:
// relay.mjs SOCKET PORT. A file is seen from every network namespace, so that a
// browser in one of its own reaches a portal that is in another.

const [socket, port] = process.argv.slice(2);
createServer(near => joined(near, connect(socket))).listen(
  Number(port),
  'localhost',
  () => console.log('listening'),
);
