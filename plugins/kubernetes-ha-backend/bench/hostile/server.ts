/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { ScriptedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/scriptedEtcd';
import { hostileInputs } from './inputs';

// The hostile cluster, in a process of its own: what it takes to make the
// answers is not the reader's.

async function serve(name: string): Promise<void> {
  const input = hostileInputs.find(each => each.name === name);
  if (!input) throw new Error(`no input ${name}`);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const {
      status = 200,
      headers = {},
      body,
    } = input.answer?.(url) ?? {
      status: 404,
      body: '',
    };
    response.writeHead(status, headers);
    if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body);
    else Readable.from(body).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const etcd = new ScriptedEtcd([
    { ID: '1', name: 'one', clientURLs: [] },
    { ID: '2', name: 'hostile', clientURLs: input.clientUrls ?? [] },
  ]);
  process.send?.({ url: `http://127.0.0.1:${port}`, etcd: await etcd.start() });
}

process.on('disconnect', () => process.exit());
void serve(process.argv[2]);
