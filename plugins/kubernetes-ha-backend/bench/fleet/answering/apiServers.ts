/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer as createHttps, Server } from 'node:https';
import { AddressInfo, createServer as createTcp } from 'node:net';
import { TestCa } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/testPki';
import { Answers } from './answers';

// The API servers of a fleet in a process of their own: three for each cluster,
// on a port of the cluster.

/** What the benchmark is told once all listen. */
export interface ApiServersReady {
  ca: string;
  /** Where each cluster has its API servers. */
  hosts: readonly string[];
  /** One a cluster, in their order. */
  ports: number[];
}

/** Longest time between two readings of a cluster, over all clusters, in seconds. */
export interface LongestGaps {
  controlPlane: number;
  inventory: number;
}

/** All of 127.0.0.0/8 is this machine on Linux, elsewhere its first address alone. */
const hosts =
  process.platform === 'linux'
    ? ['127.0.0.1', '127.0.0.2', '127.0.0.3']
    : ['127.0.0.1'];

/** By cluster, when it was last read, and the longest time between. */
class Readings {
  readonly #last: number[] = [];
  #longest = 0;

  note(cluster: number): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - (this.#last[cluster] ?? now));
    this.#last[cluster] = now;
  }

  /** From now on, from the last reading of each. */
  reset(): void {
    this.#longest = 0;
  }

  longestSeconds(): number {
    const now = performance.now();
    const open = this.#last.map(last => now - last);
    return Math.max(this.#longest, ...open) / 1000;
  }
}

async function main(clusters: number, nodes: number, pods: number) {
  const answers = new Answers({ nodes, pods });
  const ca = await TestCa.create('bench');
  const { certificate, key } = await ca.issue({
    commonName: 'kube-apiserver',
    usages: ['serverAuth'],
    dns: ['kubernetes', 'localhost'],
    ips: hosts,
    notAfter: new Date(Date.now() + 400 * 86_400_000),
  });
  const portToCluster = new Map<number, number>();
  const controlPlane = new Readings();
  const inventory = new Readings();
  const server = createHttps(
    { cert: certificate, key },
    (request, response) => {
      const cluster = portToCluster.get(request.socket.localPort ?? 0) ?? 0;
      const url = new URL(request.url ?? '/', 'https://localhost');
      if (url.pathname === '/version') controlPlane.note(cluster);
      if (url.pathname === '/api/v1/nodes') inventory.note(cluster);
      send(answers, cluster, url, response);
    },
  );
  const ports: number[] = [];
  for (let cluster = 0; cluster < clusters; cluster++) {
    const port = await listen(server);
    portToCluster.set(port, cluster);
    ports.push(port);
  }
  const ready: ApiServersReady = { ca: ca.pem, hosts, ports };
  process.send?.(ready);
  process.on('message', message => {
    if (message === 'change') {
      answers.change();
      return;
    }
    if (message === 'reset') {
      controlPlane.reset();
      inventory.reset();
      return;
    }
    const gaps: LongestGaps = {
      controlPlane: controlPlane.longestSeconds(),
      inventory: inventory.longestSeconds(),
    };
    process.send?.(gaps);
  });
}

/** One more port, the same on every address, whose connections this server takes. */
async function listen(server: Server): Promise<number> {
  let port = 0;
  for (const host of hosts) {
    const tcp = createTcp(socket => server.emit('connection', socket));
    tcp.listen(port, host);
    await once(tcp, 'listening');
    port = (tcp.address() as AddressInfo).port;
  }
  return port;
}

function send(
  answers: Answers,
  cluster: number,
  url: URL,
  response: ServerResponse,
): void {
  const { status, contentType, body } = answers.of(url, `uid-${cluster}`);
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': body.length,
  });
  response.end(body);
}

// Its parent is gone, or has had enough.
process.on('disconnect', () => process.exit());
const [clusters, nodes, pods] = process.argv.slice(2).map(Number);
void main(clusters, nodes, pods).catch(error => {
  console.error(error);
  process.exit(1);
});
