/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { chmodSync } from 'node:fs';
import { TLSSocket } from 'node:tls';
import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterConnection } from '../contracts';
import { issueFor } from '../__testUtils__/issueFor';
import { TestFolder } from '../__testUtils__/TestFolder';
import type { TestServer } from '../__testUtils__/testServer';
import { base64, kubeconfigText } from './__testUtils__/kubeconfigText';
import { connect, problems } from './__testUtils__/configuredConnection';
import { soon, TestCluster } from './__testUtils__/TestCluster';
import { checkConnectionConfig, directConnectionTypes } from './index';

const cluster = new TestCluster();
const folder = new TestFolder();
let server: TestServer;
/** Common names in the client certificates that `server` was shown. */
let clientNames: unknown[];

beforeEach(async () => {
  clientNames = [];
  server = await cluster.https((request, response) => {
    if (request.socket instanceof TLSSocket) {
      clientNames.push(request.socket.getPeerCertificate().subject?.CN);
    }
    response.end('ok');
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

function kubeconfigWith(user: object, more: object = {}): string {
  return folder.file(
    'kubeconfig',
    kubeconfigText({
      server: `https://${server.address}`,
      caPem: cluster.ca.pem,
      user,
      cluster: more,
    }),
  );
}

async function authorizationSent(
  connection: ClusterConnection,
): Promise<string | undefined> {
  await connection.api.request({
    path: '/readyz',
    signal: soon(),
  });
  return server.requests.at(-1)?.headers.authorization;
}

describe('kubeconfig', () => {
  it.each([
    [
      'data',
      () => ({
        cert: base64(cluster.client.cert),
        key: base64(cluster.client.key),
      }),
    ],
    [
      'files beside it',
      () => {
        folder.file('reader.crt', cluster.client.cert);
        folder.file('reader.key', cluster.client.key);
        return undefined;
      },
    ],
  ])('uses a client certificate from %s', async (_name, data) => {
    const given = data();
    const path = kubeconfigWith(
      given
        ? {
            'client-certificate-data': given.cert,
            'client-key-data': given.key,
          }
        : { 'client-certificate': 'reader.crt', 'client-key': 'reader.key' },
    );
    const config = { type: 'kubeconfig', kubeconfig: path } as const;
    expect(await problems(config)).toBe('');
    const connection = await connect(cluster, config);
    expect(connection.kind).toBe('kubeconfig');
    expect(await authorizationSent(connection)).toBeUndefined();
    expect(clientNames).toEqual(['reader']);
    expect(connection.api.url).toBe(`https://${server.address}`);
  });

  it('warns of insecure-skip-tls-verify, at start and on check', async () => {
    const config = {
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith(
        { token: 't' },
        {
          'insecure-skip-tls-verify': true,
          'certificate-authority-data': undefined,
        },
      ),
    } as const;
    const logger = mockServices.logger.mock();
    const connection = await connect(cluster, config, logger);
    expect(await authorizationSent(connection)).toBe('Bearer t');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        'Cluster prod: connection.kubeconfig: context "main" sets insecure',
      ),
    );
    const { warnings } = await checkConnectionConfig(
      {
        name: 'prod',
        connection: config,
      },
      directConnectionTypes,
    );
    expect(warnings).toHaveLength(1);
  });

  it('says that a token holds what no token does, and nothing of it', async () => {
    const config = {
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith({ token: 's3cret\nother' }),
    } as const;
    const said = await problems(config);
    expect(said).toContain(
      'the token of context "main" holds a line break, a space or another character that no token has.',
    );
    expect(said).not.toContain('s3cret');
  });

  it.each([
    ['fails', 'exit 3', 'failed (exit code 3). Install the thing'],
    ['is not there', undefined, 'failed (ENOENT)'],
    ['writes nonsense', 'echo secret-nonsense', 'did not write an ExecCred'],
    [
      'gives no token but two lines',
      `echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"secret-nonsense\\\\nb"}}'`,
      'holds a line break, a space',
    ],
    [
      'gives nothing',
      `echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{}}'`,
      'gave neither a token nor a certificate',
    ],
  ])('says that an exec plugin %s', async (_name, script, sentence) => {
    if (script) {
      chmodSync(folder.file('plugin.sh', `#!/bin/sh\n${script}\n`), 0o755);
    }
    const connection = await connect(cluster, {
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith({
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: './plugin.sh',
          interactiveMode: 'Never',
          installHint: 'Install the thing',
        },
      }),
    });
    const outcome = authorizationSent(connection);
    await expect(outcome).rejects.toMatchObject({ reason: 'not-configured' });
    await expect(outcome).rejects.toThrow(sentence);
    await expect(outcome).rejects.not.toThrow('secret-nonsense');
  });

  it.each<[string, () => string, string]>([
    [
      'a missing file',
      () => folder.at('nowhere'),
      'nowhere cannot be read (ENOENT)',
    ],
    ['no YAML', () => folder.file('kubeconfig', '{{{'), 'is not valid YAML'],
    [
      'another document',
      () => folder.file('kubeconfig', 'clusters: 5'),
      'is not a kubeconfig',
    ],
    [
      'no current context',
      () => folder.file('kubeconfig', 'contexts: []'),
      'has no current-context',
    ],
    [
      'a server without https',
      () => kubeconfigWith({ token: 't' }, { server: 'http://127.0.0.1' }),
      'no https URL',
    ],
    ['no credential', () => kubeconfigWith({}), 'has no credential'],
    [
      'an auth-provider',
      () => kubeconfigWith({ 'auth-provider': { name: 'gcp' } }),
      'authenticates by auth-provider',
    ],
    [
      'impersonation',
      () => kubeconfigWith({ token: 't', as: 'admin' }),
      'authenticates by impersonation',
    ],
    [
      'a proxy',
      () => kubeconfigWith({ token: 't' }, { 'proxy-url': 'http://p' }),
      'asks for a proxy',
    ],
    [
      'a broken CA',
      () =>
        kubeconfigWith(
          { token: 't' },
          { 'certificate-authority-data': base64('nope') },
        ),
      'the CA is not readable',
    ],
    [
      'a key of another certificate',
      () =>
        kubeconfigWith({
          'client-certificate-data': base64(cluster.client.cert),
          'client-key-data': base64(cluster.serving.key),
        }),
      'the client key does not belong to the client certificate (CN=reader)',
    ],
    [
      'a certificate without its key',
      () =>
        kubeconfigWith({
          token: 't',
          'client-certificate-data': base64(cluster.client.cert),
        }),
      'gives a client certificate without its key',
    ],
  ])('finds %s at start', async (_name, path, sentence) => {
    const found = await problems({ type: 'kubeconfig', kubeconfig: path() });
    // The key first: whoever reads it looks for the line in the configuration.
    expect(found).toMatch(
      /^kubernetesHa\.clusters "prod": connection\.kubeconfig\b/,
    );
    expect(found).toContain(sentence);
  });

  it('names the contexts there are when the wanted one is missing', async () => {
    const found = await problems({
      type: 'kubeconfig',
      kubeconfig: kubeconfigWith({ token: 't' }),
      context: 'mian',
    });
    expect(found).toContain(
      'has no context "mian". Required: one of its contexts: "main".',
    );
  });

  it('warns of a client certificate near its end', async () => {
    const ending = await issueFor(cluster.ca, 'reader', [], 3);
    const { problems: none, warnings } = await checkConnectionConfig(
      {
        name: 'prod',
        connection: {
          type: 'kubeconfig',
          kubeconfig: kubeconfigWith({
            'client-certificate-data': base64(ending.cert),
            'client-key-data': base64(ending.key),
          }),
        },
      },
      directConnectionTypes,
    );
    expect(none).toEqual([]);
    expect(warnings.join()).toContain('the client certificate ends on');
  });
});
