/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sections } from 'backstage-plugin-kubernetes-ha-common';
import type { AnySignalSource } from '../../contracts';
import { issueFor } from '../../__testUtils__/issueFor';
import { sourceContext } from '../../__testUtils__/sourceContext';
import { TestCa } from '../../__testUtils__/testPki';
import {
  startHttps,
  startTcp,
  TestServer,
} from '../../__testUtils__/testServer';
import { createLoadBalancerSource } from './loadBalancerSource';

const page =
  '# pxname,svname,status,scur,smax,slim,stot,bin,bout,econ,lastchg,downtime,chkdown,type\n';

describe('a statistics page', () => {
  let ca: TestCa;
  let folder: string;
  const closing: { close?(): Promise<void> }[] = [];
  beforeAll(async () => {
    ca = await TestCa.create('load balancers');
    folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-stats-'));
  });
  afterEach(() => Promise.all(closing.splice(0).map(item => item.close?.())));
  afterAll(() => rmSync(folder, { recursive: true }));

  function later<T extends { close?(): Promise<void> }>(item: T): T {
    closing.push(item);
    return item;
  }

  async function statsOf(
    haproxy: { statsUrl: string; caFile?: string; username?: string },
    signal?: AbortSignal,
  ) {
    const source: AnySignalSource = later(
      createLoadBalancerSource({
        loadBalancer: {
          kind: 'haproxy',
          haproxy: [{ name: 'lb-a', password: 'p', ...haproxy }],
        },
        apiServer: { instances: [] },
      }),
    );
    const { loadBalancers }: Partial<Sections> = await source.observe(
      sourceContext(signal && { signal }),
    );
    if (loadBalancers?.state !== 'observed') {
      throw new Error(`not observed: ${JSON.stringify(loadBalancers)}`);
    }
    return loadBalancers.value.instances[0].stats;
  }

  async function https(): Promise<TestServer> {
    const issued = await issueFor(ca, 'lb', ['127.0.0.1']);
    return later(
      await startHttps(issued, (_request, response) => response.end(page)),
    );
  }

  it('over https is believed by its CA file', async () => {
    const server = await https();
    const caFile = join(folder, 'ca.crt');
    writeFileSync(caFile, ca.pem);
    const statsUrl = `https://${server.address}/stats`;
    expect(await statsOf({ statsUrl, caFile, username: 'u' })).toMatchObject({
      via: `GET ${statsUrl};csv`,
      state: 'observed',
    });
    expect(server.requests.map(({ url }) => url)).toEqual(['/stats;csv']);
    expect(server.requests[0].headers.authorization).toBe(
      `Basic ${Buffer.from('u:p').toString('base64')}`,
    );
  });

  it('over https of another CA is recognised, and gets no password', async () => {
    const server = await https();
    expect(
      await statsOf({ statsUrl: `https://${server.address}/`, username: 'u' }),
    ).toMatchObject({ state: 'unknown', reason: 'tls' });
    expect(server.requests).toEqual([]);
  });

  it('that swallows the handshake is aborted when its time is over', async () => {
    const silent = later(await startTcp(() => {}));
    const stats = await statsOf(
      { statsUrl: `https://${silent.address}/` },
      AbortSignal.timeout(300),
    );
    // Our own deadline says so; undici's limits, of 5 s to connect and more, have other words.
    expect(stats).toMatchObject({
      state: 'unknown',
      reason: 'timeout',
      detail: expect.stringMatching(/: no response before the deadline$/),
    });
  });
});
