/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createServer, Server } from 'node:http';
import {
  HaproxyStats,
  Sections,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { freePorts } from '../../__testUtils__/freePort';
import { sourceContext } from '../../__testUtils__/sourceContext';
import { TestHaproxy } from '../../__testUtils__/testHaproxy';
import { createLoadBalancerSource } from './loadBalancerSource';

function valueOf<T>(signal: Signal<T>): T {
  if (signal.state !== 'observed') {
    throw new Error(`not observed: ${JSON.stringify(signal)}`);
  }
  return signal.value;
}

/** A page for each status that a check may be answered with, as `/401`. */
function answering(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    response.statusCode = Number(request.url?.slice(1)) || 200;
    response.end();
  });
  return new Promise(resolve => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

describe('a real HAProxy whose statistics have its default URI', () => {
  let haproxy: TestHaproxy;
  let server: Server;
  let statsUrl: string;

  beforeAll(async () => {
    const [api, stats, nobody] = await freePorts(3);
    server = await answering(api);
    statsUrl = `http://127.0.0.1:${stats}/haproxy?stats`;
    haproxy = await TestHaproxy.start(
      `
defaults
  mode http
  timeout connect 1s
  timeout client 5s
  timeout server 5s
  timeout check 5s
  default-server inter 50 rise 1
resolvers nobody
  nameserver none 127.0.0.1:${nobody}
backend ready
  option httpchk GET /200
  server up 127.0.0.1:${api} check
  server weightless 127.0.0.1:${api} check weight 0
  server out 127.0.0.1:${api} check disabled
  server follows 127.0.0.1:${api} track ready/out
  server-template slot 1-2 unresolved.invalid:6443 check resolvers nobody init-addr none
backend authenticated
  option httpchk GET /401
  http-check expect status 401
  server up 127.0.0.1:${api} check
backend leaving
  option httpchk GET /404
  http-check disable-on-404
  server up 127.0.0.1:${api} check
listen admin
  bind 127.0.0.1:${stats}
  stats enable
  stats uri /haproxy?stats
  stats show-legends
`,
      stats,
    );
  });

  afterAll(async () => {
    await haproxy?.stop();
    server?.close();
  });

  async function statsAt(url: string): Promise<Signal<HaproxyStats>> {
    const source = createLoadBalancerSource({
      loadBalancer: {
        kind: 'haproxy',
        haproxy: [{ name: 'lb', statsUrl: url }],
      },
      apiServer: { instances: [] },
    });
    try {
      const { loadBalancers }: Partial<Sections> = await source.observe(
        sourceContext(),
      );
      return valueOf(loadBalancers!).instances[0].stats;
    } finally {
      await source.close?.();
    }
  }

  it.each([
    ['as configured there', ''],
    ['with ;csv behind it', ';csv'],
    ['with ;csv and another option', ';csv;norefresh'],
    ['with an option', ';norefresh'],
  ])('is read %s', async (_, suffix) => {
    const stats = await statsAt(`${statsUrl}${suffix}`);
    expect(valueOf(stats).servers).not.toEqual([]);
    // What stands in a query may be secret.
    expect(stats.via).toMatch(/\/haproxy\?…$/);
  });

  it('shows the states that HAProxy enters by itself, and what answers its checks', async () => {
    const states = async () =>
      valueOf(await statsAt(statsUrl)).servers.map(
        ({
          backend,
          name,
          status,
          address,
          checkStatus,
          checkCode,
          weight,
        }) => [
          `${backend}/${name}`,
          status,
          [checkStatus, checkCode].filter(Boolean).join(' '),
          weight,
          address !== undefined,
        ],
      );
    let seen = await states();
    // Until the first check of each server is over: HAProxy writes its result, then its code.
    const isEarly = (row: unknown[]) => /^(INI|L7OKC?)$/.test(String(row[2]));
    for (let i = 0; i < 500 && seen.some(isEarly); i++) seen = await states();
    expect(seen).toEqual([
      ['ready/up', 'UP', 'L7OK 200', 1, true],
      ['ready/weightless', 'UP', 'L7OK 200', 0, true],
      ['ready/out', 'MAINT', '', 1, true],
      ['ready/follows', 'MAINT (via ready/out)', '', 1, true],
      ['ready/slot1', 'MAINT (resolution)', '', 1, false],
      ['ready/slot2', 'MAINT (resolution)', '', 1, false],
      ['authenticated/up', 'UP', 'L7OK 401', 1, true],
      ['leaving/up', 'NOLB', 'L7OKC 404', 1, true],
    ]);
  });
});
