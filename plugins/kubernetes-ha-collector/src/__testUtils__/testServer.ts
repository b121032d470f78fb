/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, ServerOptions } from 'node:https';
import { once } from 'node:events';
import {
  AddressInfo,
  connect,
  createServer as createTcpServer,
  Socket,
} from 'node:net';

/** A server on loopback that a test asks. */
export interface TestServer {
  /** `127.0.0.1:port`. */
  address: string;
  /** The requests that came, oldest first. */
  requests: IncomingMessage[];
  /** Sockets that are open now. */
  sockets: Set<Socket>;
  close(): Promise<void>;
}

/** A real HTTPS server with the given certificate. */
export async function startHttps(
  options: ServerOptions,
  listener: RequestListener,
): Promise<TestServer> {
  return start(requests =>
    createHttpsServer(options, remember(requests, listener)),
  );
}

/** A real HTTP server. */
export async function startHttp(
  listener: RequestListener,
): Promise<TestServer> {
  return start(requests => createHttpServer(remember(requests, listener)));
}

/** A TCP server that does what it is told with each socket. */
export async function startTcp(
  onSocket: (socket: Socket) => void,
): Promise<TestServer> {
  return start(() => createTcpServer(onSocket));
}

/** The system hands out none below it: no server of a test comes to be there later. */
const FIRST_HANDED_OUT = 1024;

let nextPort = 1;

/** An address on which nothing listens, another one each time. */
export async function unusedAddress(): Promise<string> {
  while (nextPort < FIRST_HANDED_OUT) {
    const port = nextPort;
    nextPort += 1;
    if (!(await isListenedTo(port))) return `127.0.0.1:${port}`;
  }
  throw new Error('Something listens on every port of this machine.');
}

/** Whether something takes connections at a port of loopback. */
export function isListenedTo(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function remember(
  requests: IncomingMessage[],
  listener: RequestListener,
): RequestListener {
  return (request, response) => {
    requests.push(request);
    listener(request, response);
  };
}

async function start(
  create: (
    requests: IncomingMessage[],
  ) => Server | ReturnType<typeof createTcpServer>,
): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const server = create(requests);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {
      // The other side may reset: that is what several tests are about.
    });
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    requests,
    sockets,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
