/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { connect, createServer, Server } from 'node:net';
import {
  HaproxyStats,
  loadBalancersSchema,
  Sections,
  Signal,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { freePorts } from '../../__testUtils__/freePort';
import { unusedAddress } from '../../__testUtils__/testServer';
import {
  nextCollection,
  sourceContext,
} from '../../__testUtils__/sourceContext';
import { TestHaproxy } from '../../__testUtils__/testHaproxy';
import { createLoadBalancerSource } from './loadBalancerSource';

type Config = Parameters<typeof createLoadBalancerSource>[0];

function valueOf<T>(signal: Signal<T>): T {
  if (signal.state !== 'observed') {
    throw new Error(`not observed: ${JSON.stringify(signal)}`);
  }
  return signal.value;
}

async function loadBalancers(
  loadBalancer: Config['loadBalancer'],
  context: SourceContext = sourceContext(),
  instances: string[] = [],
): Promise<Sections['loadBalancers']> {
  const source = createLoadBalancerSource({
    loadBalancer,
    apiServer: { instances },
  });
  return (await source.observe(context)).loadBalancers;
}

function statsOf(signal: Sections['loadBalancers'], at = 0): HaproxyStats {
  return valueOf(valueOf(signal).instances[at].stats);
}

describe('loadBalancers of a real HAProxy', () => {
  let haproxy: TestHaproxy;
  let servers: Server[];
  let ports: number[];
  let listenPort: number;
  let statsPort: number;
  let statsUrl: string;

  beforeAll(async () => {
    ports = await freePorts(6);
    const [one, two, dead, web, api, stats] = ports;
    listenPort = api;
    statsPort = stats;
    statsUrl = `http://127.0.0.1:${stats}/stats`;
    servers = await Promise.all([one, two, web].map(listen));
    haproxy = await TestHaproxy.start(
      `
defaults
  mode tcp
  timeout connect 1s
  timeout client 5s
  timeout server 5s
frontend kube-apiserver
  bind 127.0.0.1:${api}
  maxconn 500
  default_backend kube-apiservers
backend kube-apiservers
  option tcp-check
  default-server inter 100 rise 1 fall 1
  server cp-a 127.0.0.1:${one} check
  server cp-b 127.0.0.1:${two} check
  server cp-c 127.0.0.1:${dead} check
backend ingress
  server web 127.0.0.1:${web}
frontend admin
  mode http
  bind 127.0.0.1:${stats}
  stats enable
  stats uri /stats
  stats auth reader:s3cret
  stats show-legends
`,
      stats,
    );
  });

  afterAll(async () => {
    await haproxy?.stop();
    servers?.forEach(server => server.close());
  });

  const configured = (): NonNullable<Config['loadBalancer']> => ({
    kind: 'haproxy',
    haproxy: [
      { name: 'lb-a', statsUrl, username: 'reader', password: 's3cret' },
    ],
  });

  async function untilDown(): Promise<Sections['loadBalancers']> {
    for (let look = 0; look < 100; look++) {
      const signal = await loadBalancers(configured());
      const down = statsOf(signal).servers.find(({ name }) => name === 'cp-c');
      // HAProxy changes the state and counts the transition one after the other; a page made in between has only the first.
      if (down?.status === 'DOWN' && down.downTransitions > 0) return signal;
    }
    throw new Error('cp-c never went down, or it was not counted');
  }

  it('reads servers by the names of the columns, with what the check saw', async () => {
    const signal = await untilDown();
    expect(signalSchema(loadBalancersSchema).parse(signal)).toEqual(signal);
    const stats = statsOf(signal);
    expect(stats.servers.map(({ backend, name }) => [backend, name])).toEqual([
      ['kube-apiservers', 'cp-a'],
      ['kube-apiservers', 'cp-b'],
      ['kube-apiservers', 'cp-c'],
      ['ingress', 'web'],
    ]);
    expect(stats.servers[0]).toMatchObject({
      address: `127.0.0.1:${ports[0]}`,
      status: 'UP',
      checkStatus: 'L4OK',
      active: true,
      backup: false,
      weight: 1,
      downTransitions: 0,
    });
    expect(stats.servers[2]).toMatchObject({
      status: 'DOWN',
      checkStatus: 'L4CON',
      downTransitions: 1,
    });
    expect(stats.servers[3]).toMatchObject({ status: 'no check' });
    expect(stats.servers[3]).not.toHaveProperty('checkStatus');
    expect(stats.frontends).toEqual([
      expect.objectContaining({ name: 'kube-apiserver', sessionLimit: 500 }),
    ]);
  });

  it('keeps only backends of the API where their servers are known API servers', async () => {
    const signal = await loadBalancers(configured(), sourceContext(), [
      `127.0.0.1:${ports[0]}`,
    ]);
    const backends = statsOf(signal).servers.map(({ backend }) => backend);
    expect(new Set(backends)).toEqual(new Set(['kube-apiservers']));
  });

  it('carries the counters of an earlier collection, and drops them when HAProxy was restarted', async () => {
    // Servers came up some seconds ago by the clock of this machine.
    const context = sourceContext({ now: () => new Date() });
    const first = await loadBalancers(configured(), context);
    expect(statsOf(first)).not.toHaveProperty('earlier');
    await askThrough(listenPort);
    const second = await loadBalancers(
      configured(),
      nextCollection(context, { loadBalancers: first }),
    );
    const before = statsOf(first);
    expect(statsOf(second).earlier).toEqual({
      at: valueOf(first).instances[0].stats.observedAt,
      downTransitions: expect.objectContaining({
        'kube-apiservers/cp-c': before.servers[2].downTransitions,
      }),
      connectionErrors: expect.any(Object),
      totalSessions: expect.objectContaining({
        'kube-apiservers/cp-a': before.servers[0].totalSessions,
      }),
    });
    const sessions = (stats: HaproxyStats) =>
      stats.servers.reduce((sum, server) => sum + server.totalSessions, 0);
    expect(sessions(statsOf(second))).toBe(sessions(before) + 1);

    await haproxy.restart(statsPort);
    const third = await loadBalancers(
      configured(),
      nextCollection(context, { loadBalancers: second }),
    );
    expect(statsOf(third)).not.toHaveProperty('earlier');
  });

  it('says unauthorised inside the instance, without failing the others', async () => {
    const closed = await unusedAddress();
    const signal = await loadBalancers({
      kind: 'haproxy',
      haproxy: [
        { name: 'lb-a', statsUrl, username: 'reader', password: 'wrong' },
        { name: 'lb-b', statsUrl: `http://${closed}/stats` },
        ...configured().haproxy,
      ],
    });
    expect(valueOf(signal).instances.map(({ stats }) => stats)).toEqual([
      expect.objectContaining({ state: 'unknown', reason: 'unauthorised' }),
      expect.objectContaining({ state: 'unknown', reason: 'refused' }),
      expect.objectContaining({ state: 'observed' }),
    ]);
    expect(JSON.stringify(signal)).not.toContain('wrong');
  });

  it('says invalid-response for a page that is not the statistics', async () => {
    const page = createServer(socket => {
      socket.on('error', () => {});
      socket.once('data', () =>
        socket.end(
          'HTTP/1.1 200 OK\r\ncontent-length: 6\r\nconnection: close\r\n\r\n<html>',
        ),
      );
    });
    const [port] = await freePorts(1);
    await new Promise<void>(done => {
      page.listen(port, '127.0.0.1', done);
    });
    const signal = await loadBalancers({
      kind: 'haproxy',
      haproxy: [{ name: 'lb', statsUrl: `http://127.0.0.1:${port}/` }],
    });
    page.close();
    expect(valueOf(signal).instances[0].stats).toMatchObject({
      state: 'unknown',
      reason: 'invalid-response',
      detail: expect.stringContaining('not the CSV of HAProxy'),
    });
  });
});

function listen(port: number): Promise<Server> {
  const server = createServer(socket => socket.on('error', () => {}).end('ok'));
  return new Promise(resolve => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** One session through the load balancer, to its end. */
function askThrough(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    connect(port, '127.0.0.1')
      .on('error', reject)
      .on('close', () => resolve())
      .resume();
  });
}
