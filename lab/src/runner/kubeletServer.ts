/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { RunnerConfig } from './config';

/** Where the log of a container lies, if this machine has it. */
export type FindLog = (
  namespace: string,
  pod: string,
  container: string,
) => string | undefined;

/**
 * Answers on the kubelet's port what readers ask through the API server:
 * /healthz, /configz, /containerLogs. Only the API server's client certificate
 * is let in, as with a kubelet whose anonymous access is off.
 */
export function startKubeletServer(
  config: NonNullable<RunnerConfig['kubeletPort']>,
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
      const socket = request.socket;
      const caller =
        socket instanceof TLSSocket && socket.authorized
          ? socket.getPeerCertificate().subject?.CN
          : undefined;
      if (caller !== config.clientName) {
        answer(response, 401, 'Unauthorized');
      } else if (pathname === '/healthz') {
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
    },
  );
  server.listen(config.port, '0.0.0.0');
  return server;
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
