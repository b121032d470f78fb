/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { KubernetesClient } from '../../src/kubernetes/client';

/** How a server deals with one request. */
export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** Cuts the connection with a TCP reset, without a word. */
export const reset: Answer = ({ socket }) => {
  (socket as Socket).resetAndDestroy();
};

/** Ends the connection in good order, without an answer. */
export const endOfFile: Answer = ({ socket }) => {
  socket.end();
};

/** Promises more than it sends, and cuts the connection. */
export const half: Answer = ({ socket }, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"kind":', () => (socket as Socket).resetAndDestroy());
};

/** Answers with a status and an object. */
export function json(status: number, body: object): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

/** Answers as an API server refuses: with a Status object. */
export function refusal(status: number, message: string): Answer {
  return json(status, { kind: 'Status', status: 'Failure', message });
}

export interface StubbornServer {
  url: string;
  /** What came, as "METHOD /path", in order. */
  seen: string[];
  close(): Promise<void>;
}

/** A real HTTP server that deals with each request as the next of the script says, the last for all that follow. */
export async function startStubbornServer(
  script: readonly Answer[],
): Promise<StubbornServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const answer = script[Math.min(seen.length, script.length - 1)];
    seen.push(`${request.method} ${request.url}`);
    // An answer is sent when the whole request is there, as real servers do.
    request.on('end', () => answer(request, response)).resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Calls a server by a client that repeats for so long, or does not, and tells what came of it. */
export async function callBy<T>(
  url: string,
  retryMs: number | undefined,
  call: (client: KubernetesClient) => Promise<T>,
): Promise<{ value: T } | { error: Error }> {
  const client = new KubernetesClient(
    { server: url, ca: '' },
    retryMs === undefined ? {} : { retryUntil: () => Date.now() + retryMs },
  );
  try {
    return { value: await call(client) };
  } catch (error) {
    return { error: error as Error };
  } finally {
    client.close();
  }
}
