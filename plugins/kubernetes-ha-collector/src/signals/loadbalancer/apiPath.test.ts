/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  apiPathSchema,
  Sections,
  Signal,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../../contracts';
import {
  handshakingConnection,
  nextCollection,
  sourceContext,
} from '../../__testUtils__/sourceContext';
import { createLoadBalancerSource } from './loadBalancerSource';

function valueOf<T>(signal: Signal<T>): T {
  if (signal.state !== 'observed') {
    throw new Error(`not observed: ${JSON.stringify(signal)}`);
  }
  return signal.value;
}

describe('apiPath', () => {
  const answering = (status: number, url: string): ApiEndpoint => ({
    url,
    request: async ({ path }) => ({
      status,
      headers: {},
      body: Buffer.from(path),
      latencyMs: 3.4,
    }),
  });

  async function look(
    context: SourceContext,
    endpoint?: string,
  ): Promise<Sections['apiPath']> {
    const source = createLoadBalancerSource({
      apiServer: { instances: [], endpoint },
    });
    return (await source.observe(context)).apiPath;
  }

  it('tries the connection three times and counts collections without any success', async () => {
    const url = 'https://127.0.0.1:1';
    const context = sourceContext({
      connection: { ...handshakingConnection(), api: answering(503, url) },
    });
    const first = await look(context);
    expect(signalSchema(apiPathSchema).parse(first)).toEqual(first);
    const second = await look(nextCollection(context, { apiPath: first }));
    expect(valueOf(second)).toMatchObject({
      url,
      attempts: Array(3).fill({
        status: 503,
        latencyMs: 3,
        reason: 'server-error',
        detail: expect.stringContaining('503'),
      }),
      certificates: { state: 'unknown', reason: 'refused' },
      consecutiveFailures: 2,
    });
    const healed = await look({
      ...nextCollection(context, { apiPath: second }),
      connection: { ...context.connection, api: answering(200, url) },
    });
    expect(valueOf(healed)).toMatchObject({
      attempts: Array(3).fill({ status: 200, latencyMs: 3 }),
      consecutiveFailures: 0,
    });
  });

  it('goes to the configured endpoint with the same identity', async () => {
    const asked: string[] = [];
    const connection = {
      ...handshakingConnection(),
      api: answering(500, 'https://192.0.2.10:6443'),
      instance: (address: string) => {
        asked.push(address);
        return answering(200, `https://${address}`);
      },
    };
    const signal = await look(
      sourceContext({ connection }),
      'https://192.0.2.1:6443/',
    );
    expect(asked).toEqual(['192.0.2.1:6443']);
    expect(valueOf(signal)).toMatchObject({
      url: 'https://192.0.2.1:6443',
      consecutiveFailures: 0,
    });
  });

  it('is unknown when the connection cannot go there', async () => {
    expect(await look(sourceContext(), 'https://192.0.2.1:6443')).toMatchObject(
      { state: 'unknown', reason: 'not-exposed' },
    );
  });
});
