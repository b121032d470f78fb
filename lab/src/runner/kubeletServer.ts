/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { RunnerConfig } from './config';
import type { KubeletAccess } from './kubeletAccess';

/** Where the log of a container lies, if this machine has it. */
export type FindLog = (
  namespace: string,
  pod: string,
  container: string,
) => string | undefined;

type KubeletPort = NonNullable<RunnerConfig['kubeletPort']>;

/** Fine-grained subresources of paths (KEP-2862); all others need "proxy". */
const subresources: Readonly<Record<string, readonly string[]>> = {
  '/configz': ['configz', 'proxy'],
  '/healthz': ['healthz', 'proxy'],
};

/**
 * Answers on the kubelet's port: /healthz, /configz, /containerLogs. Let in are
 * the API server by its client certificate, and bearers of tokens as the API
 * server decides, as with a kubelet whose anonymous access is off.
 */
export function startKubeletServer(
  config: KubeletPort,
  access: KubeletAccess,
  findLog: FindLog,
): Server {
  const server = createServer(
    {
      cert: readFileSync(config.certificate),
      key: readFileSync(config.key),
      ca: readFileSync(config.clientCa),
      requestCert: true,
      rejectUnauthorized: false,
    },
    (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'https://kubelet');
      statusOf(request, pathname, config, access).then(
        status =>
          status === 200
            ? serve(response, pathname, config, findLog)
            : answer(
                response,
                status,
                status === 403 ? 'Forbidden' : 'Unauthorized',
              ),
        (error: unknown) => answer(response, 500, String(error)),
      );
    },
  );
  server.listen(config.port, '0.0.0.0');
  return server;
}

async function statusOf(
  request: IncomingMessage,
  pathname: string,
  config: KubeletPort,
  access: KubeletAccess,
): Promise<number> {
  const { socket } = request;
  if (
    socket instanceof TLSSocket &&
    socket.authorized &&
    socket.getPeerCertificate().subject?.CN === config.clientName
  ) {
    return 200;
  }
  const [, token] =
    /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) {
    return 401;
  }
  const node = config.nodeNames[socket.localAddress ?? ''];
  return access.statusFor(
    token,
    node ?? '',
    subresources[pathname] ?? ['proxy'],
  );
}

function serve(
  response: ServerResponse,
  pathname: string,
  config: KubeletPort,
  findLog: FindLog,
): void {
  if (pathname === '/healthz') {
    answer(response, 200, 'ok');
  } else if (pathname === '/configz') {
    answer(
      response,
      200,
      JSON.stringify({ kubeletconfig: config.kubeletConfiguration }),
      'application/json',
    );
  } else if (pathname.startsWith('/containerLogs/')) {
    const [, , namespace, pod, container] = pathname.split('/');
    const path = findLog(namespace, pod, container);
    if (path && existsSync(path)) {
      answer(response, 200, readFileSync(path, 'utf8'));
    } else {
      answer(response, 404, `no log of ${pod}/${container} on this node`);
    }
  } else {
    answer(response, 404, '404 page not found');
  }
}

function answer(
  response: ServerResponse,
  status: number,
  body: string,
  contentType = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': contentType });
  response.end(body);
}
