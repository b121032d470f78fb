/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emptyLists } from './emptyLists';
import { encodePages, PageForm } from './pages';

// The synthetic API server, in a process of its own: pages are encoded before
// it listens, and sending them is all it does while a reader is measured.

const [form, pods, nodes] = process.argv.slice(2);
if (form !== 'protobuf' && form !== 'json') {
  throw new Error(`server <protobuf|json> <pods> <nodes>, not ${form}`);
}
const chosen: PageForm = form;
const pages = encodePages(chosen, { pods: Number(pods), nodes: Number(nodes) });
const contentType =
  chosen === 'json'
    ? 'application/json'
    : 'application/vnd.kubernetes.protobuf';

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const resource = url.pathname.split('/').at(-1) ?? '';
  if (resource === 'pods' || resource === 'nodes') {
    const page = pages[resource][Number(url.searchParams.get('continue') ?? 0)];
    response.setHeader('content-type', contentType);
    response.setHeader('content-length', page.length);
    response.end(page);
    return;
  }
  const kind = emptyLists[resource];
  response.setHeader('content-type', 'application/json');
  response.statusCode = kind ? 200 : 404;
  response.end(
    JSON.stringify(
      kind
        ? { kind, apiVersion: 'v1', metadata: {}, items: [] }
        : {
            kind: 'Status',
            reason: 'NotFound',
            details: { name: resource },
            code: 404,
          },
    ),
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
// Its parent is gone, or has had enough.
process.on('disconnect', () => process.exit());
