/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, ServerOptions } from 'node:https';
import { once } from 'node:events';
import { AddressInfo, createServer as createTcpServer, Socket } from 'node:net';

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

/** An address on which nothing listens: one that was free a moment ago. */
export async function unusedAddress(): Promise<string> {
  const server = await startTcp(socket => socket.destroy());
  await server.close();
  return server.address;
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
