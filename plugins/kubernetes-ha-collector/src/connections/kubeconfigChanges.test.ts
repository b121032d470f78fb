/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { rmSync } from 'node:fs';
import type { ClusterConnection } from '../contracts';
import { TestFolder } from '../__testUtils__/TestFolder';
import type { TestServer } from '../__testUtils__/testServer';
import { connect } from './__testUtils__/configuredConnection';
import { base64, kubeconfigText, later } from './__testUtils__/kubeconfigText';
import { soon, TestCluster } from './__testUtils__/TestCluster';

const cluster = new TestCluster();
const folder = new TestFolder();
let server: TestServer;

beforeEach(async () => {
  server = await cluster.https((_request, response) => response.end('ok'));
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Files are looked at once a second at most. */
function aSecondLater(): void {
  later(1_000);
}

function kubeconfigWith(user: object): string {
  return folder.file(
    'kubeconfig',
    kubeconfigText({
      server: `https://${server.address}`,
      caPem: cluster.ca.pem,
      user,
    }),
  );
}

async function authorizationSent(
  connection: ClusterConnection,
): Promise<string | undefined> {
  await connection.api.request({ path: '/readyz', signal: soon() });
  return server.requests.at(-1)?.headers.authorization;
}

describe('a kubeconfig that changes', () => {
  it('follows a token file that is replaced', async () => {
    folder.file('token', 'first\n');
    const connection = await connect(cluster, {
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith({ tokenFile: 'token' }),
    });
    expect(await authorizationSent(connection)).toBe('Bearer first');
    folder.file('token', 'second-longer\n');
    aSecondLater();
    expect(await authorizationSent(connection)).toBe('Bearer second-longer');
  });

  it('sends the credential of a context to the server of that context alone when current-context changes', async () => {
    const other = await cluster.https((_request, response) =>
      response.end('ok'),
    );
    const both = (current: string) =>
      kubeconfigText({
        server: `https://${server.address}`,
        caPem: cluster.ca.pem,
        user: { token: 'of-main' },
      })
        .replace('current-context: main', `current-context: ${current}`)
        .replace(
          'contexts:',
          'contexts:\n  - name: second\n    context: { cluster: d, user: v }',
        )
        .replace(
          'clusters:',
          `clusters:\n  - name: d\n    cluster: { server: "https://${
            other.address
          }", certificate-authority-data: ${base64(cluster.ca.pem)} }`,
        )
        .replace(
          'users:',
          'users:\n  - name: v\n    user: { token: of-second }',
        );
    const connection = await connect(cluster, {
      type: 'kubeconfig',
      kubeconfig: folder.file('kubeconfig', both('main')),
    });
    const instance = connection.instance?.(server.address);
    const ask = () => connection.api.request({ path: '/', signal: soon() });
    await ask();
    await instance?.request({ path: '/', signal: soon() });
    folder.file('kubeconfig', both('second'));
    aSecondLater();
    await ask();
    expect(connection.api.url).toBe(`https://${other.address}`);
    await expect(
      instance?.request({ path: '/', signal: soon() }),
    ).rejects.toThrow(
      `the kubeconfig names https://${other.address} now and this address was learnt from https://${server.address}`,
    );
    const sent = (to: TestServer) =>
      to.requests.map(({ headers }) => headers.authorization);
    expect(sent(server)).toEqual(['Bearer of-main', 'Bearer of-main']);
    expect(sent(other)).toEqual(['Bearer of-second']);
  });

  it('says when a token file has gone, without asking the cluster', async () => {
    const token = folder.file('token', 'first');
    const connection = await connect(cluster, {
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith({ tokenFile: 'token' }),
    });
    rmSync(token);
    await expect(authorizationSent(connection)).rejects.toMatchObject({
      reason: 'not-configured',
      message: expect.stringContaining(`${token} cannot be read (ENOENT)`),
    });
    expect(server.requests).toHaveLength(0);
  });
});
