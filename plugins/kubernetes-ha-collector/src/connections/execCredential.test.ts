/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { chmodSync, readFileSync } from 'node:fs';
import type { ClusterConnection } from '../contracts';
import { TestFolder } from '../__testUtils__/TestFolder';
import type { TestServer } from '../__testUtils__/testServer';
import { kubeconfigText, later } from './__testUtils__/kubeconfigText';
import { connect } from './__testUtils__/configuredConnection';
import { soon, TestCluster } from './__testUtils__/TestCluster';
import { KubeconfigIdentity } from './kubeconfigIdentity';

const cluster = new TestCluster();
const folder = new TestFolder();
let server: TestServer;

beforeEach(async () => {
  server = await cluster.https((_request, response) => response.end('ok'));
});

afterEach(() => {
  jest.restoreAllMocks();
});

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

describe('a kubeconfig with an exec plugin', () => {
  it('asks an exec plugin once, and again after a 401, but not for a credential that came a moment ago', async () => {
    const plugin = folder.file(
      'plugin.sh',
      `#!/bin/sh
echo run >> ${folder.at('runs')}
echo "$KUBERNETES_EXEC_INFO" > ${folder.at('info')}
n=$(wc -l < ${folder.at('runs')})
echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"'$SECRET-$n'"}}'
`,
    );
    chmodSync(plugin, 0o755);
    let status = 200;
    server = await cluster.https((_request, response) =>
      response.writeHead(status).end(),
    );
    const connection = await connect(cluster, {
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith({
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: './plugin.sh',
          env: [{ name: 'SECRET', value: 's' }],
          interactiveMode: 'Never',
        },
      }),
    });
    expect(await authorizationSent(connection)).toMatch(/^Bearer s- *1$/);
    expect(await authorizationSent(connection)).toMatch(/^Bearer s- *1$/);
    status = 401;
    const sentByMany = await Promise.all(
      Array.from({ length: 5 }, () => authorizationSent(connection)),
    );
    sentByMany.push(await authorizationSent(connection));
    expect(sentByMany).toEqual(Array(6).fill(expect.stringMatching(/- *1$/)));
    later(10_000);
    expect(await authorizationSent(connection)).toMatch(/^Bearer s- *1$/);
    expect(await authorizationSent(connection)).toMatch(/^Bearer s- *2$/);
    expect(await authorizationSent(connection)).toMatch(/^Bearer s- *2$/);
  });

  it('keeps the credential that another request has fetched since', async () => {
    const plugin = folder.file(
      'plugin.sh',
      `#!/bin/sh
echo run >> ${folder.at('runs')}
n=$(grep -c run ${folder.at('runs')})
echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t'$n'"}}'
`,
    );
    chmodSync(plugin, 0o755);
    const identity = new KubeconfigIdentity(
      kubeconfigWith({
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: './plugin.sh',
          interactiveMode: 'Never',
        },
      }),
    );
    const first = await identity.current();
    later(60_000);
    identity.rejected(first);
    const second = await identity.current();
    expect(second.authorization).toBe('Bearer t2');
    later(120_000);
    // The answer to a slow request with the first.
    identity.rejected(first);
    expect(await identity.current()).toEqual(second);
  });

  it('runs an exec plugin that fails once in ten seconds', async () => {
    const runs = folder.at('runs');
    chmodSync(
      folder.file('plugin.sh', `#!/bin/sh\necho run >> ${runs}\nexit 1\n`),
      0o755,
    );
    const connection = await connect(cluster, {
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith({
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: './plugin.sh',
          interactiveMode: 'Never',
        },
      }),
    });
    const ask = async () =>
      expect(authorizationSent(connection)).rejects.toThrow('exit code 1');
    await ask();
    await ask();
    expect(readFileSync(runs, 'utf8')).toBe('run\n');
    later(10_000);
    await ask();
    expect(readFileSync(runs, 'utf8')).toBe('run\nrun\n');
  });
});
