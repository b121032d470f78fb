/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { startHttp } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/testServer';
import { createConnection } from 'backstage-plugin-kubernetes-ha-collector';
import { kubernetesPlugin } from './kubernetesPlugin';

describe('kubernetesPlugin', () => {
  const closing: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    await Promise.all(closing.splice(0).map(item => item.close()));
  });

  async function proxy(status = 200, body = 'ok') {
    const fake = await startHttp((_request, response) =>
      response.writeHead(status).end(body),
    );
    closing.push(fake);
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async id => `http://${fake.address}/api/${id}`,
    });
    return { fake, discovery };
  }

  it("goes through the plugin's proxy with a service token and the cluster's name", async () => {
    const { fake, discovery } = await proxy();
    const auth = mockServices.auth({ pluginId: 'kubernetes-ha' });
    const connection = await createConnection(
      { name: 'prod', connection: { type: 'kubernetesPlugin' } },
      { kubernetesPlugin: kubernetesPlugin({ discovery, auth }) },
      mockServices.logger.mock(),
    );
    closing.push(connection);
    const answer = await connection.api.request({
      path: '/readyz?verbose',
      signal: AbortSignal.timeout(30_000),
    });
    expect(answer.body.toString()).toBe('ok');
    expect(connection.api.url).toBe(
      `http://${fake.address}/api/kubernetes/proxy`,
    );
    const [request] = fake.requests;
    expect(request.url).toBe('/api/kubernetes/proxy/readyz?verbose');
    expect(request.headers['backstage-kubernetes-cluster']).toBe('prod');
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    // The credentials that the receiving plugin would see.
    const seen = await mockServices
      .auth({ pluginId: 'kubernetes' })
      .authenticate(token);
    expect(seen.principal).toMatchObject({
      type: 'service',
      subject: 'plugin:kubernetes-ha',
    });
    expect(connection.instance).toBeUndefined();
    expect(connection.kubelet).toBeUndefined();
    expect(connection.certificates).toBeUndefined();
  });

  it('uses the name in the other plugin, and mints one token for many requests', async () => {
    const { fake, discovery } = await proxy();
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async () => ({ token: 'minted' }),
    });
    const connection = await createConnection(
      {
        name: 'prod',
        connection: { type: 'kubernetesPlugin', cluster: 'prod-eu' },
      },
      { kubernetesPlugin: kubernetesPlugin({ discovery, auth }) },
      mockServices.logger.mock(),
    );
    closing.push(connection);
    const request = { path: '/version', signal: AbortSignal.timeout(30_000) };
    await connection.api.request(request);
    await connection.api.request(request);
    expect(fake.requests[1].headers).toMatchObject({
      'backstage-kubernetes-cluster': 'prod-eu',
      authorization: 'Bearer minted',
    });
    expect(auth.getPluginRequestToken).toHaveBeenCalledTimes(1);
  });

  it('mints another token after a 401', async () => {
    const { discovery } = await proxy(401);
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async () => ({ token: 'minted' }),
    });
    const connection = await createConnection(
      { name: 'prod', connection: { type: 'kubernetesPlugin' } },
      { kubernetesPlugin: kubernetesPlugin({ discovery, auth }) },
      mockServices.logger.mock(),
    );
    closing.push(connection);
    const request = { path: '/version', signal: AbortSignal.timeout(30_000) };
    expect((await connection.api.request(request)).status).toBe(401);
    await connection.api.request(request);
    expect(auth.getPluginRequestToken).toHaveBeenCalledTimes(2);
  });

  it('says when Backstage gives no token', async () => {
    const { fake, discovery } = await proxy();
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async () => {
        throw new Error('no signing key');
      },
    });
    const connection = await createConnection(
      { name: 'prod', connection: { type: 'kubernetesPlugin' } },
      { kubernetesPlugin: kubernetesPlugin({ discovery, auth }) },
      mockServices.logger.mock(),
    );
    closing.push(connection);
    await expect(
      connection.api.request({
        path: '/version',
        signal: AbortSignal.timeout(30_000),
      }),
    ).rejects.toMatchObject({
      reason: 'unauthorised',
      message: expect.stringContaining('no signing key'),
    });
    expect(fake.requests).toHaveLength(0);
  });
});
