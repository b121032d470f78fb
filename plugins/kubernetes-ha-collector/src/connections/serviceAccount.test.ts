/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { TestFolder } from '../__testUtils__/TestFolder';
import { connect, problems } from './__testUtils__/configuredConnection';
import { refusal, soon, TestCluster } from './__testUtils__/TestCluster';

const cluster = new TestCluster();
const folder = new TestFolder();

afterEach(() => {
  jest.restoreAllMocks();
});

describe('serviceAccount', () => {
  it('follows a projected token and takes the CA as PEM or base64', async () => {
    const server = await cluster.https((_request, response) =>
      response.end('ok'),
    );
    const tokenFile = folder.file('token', 'first');
    const base64 = Buffer.from(cluster.ca.pem).toString('base64');
    for (const caData of [cluster.ca.pem, base64]) {
      folder.file('token', 'first');
      const config = {
        type: 'serviceAccount',
        url: `https://${server.address}`,
        tokenFile,
        caData,
      } as const;
      expect(await problems(config)).toBe('');
      const { api } = await connect(cluster, config);
      const sent = async () => {
        await api.request({ path: '/readyz', signal: soon() });
        return server.requests.at(-1)?.headers.authorization;
      };
      expect(await sent()).toBe('Bearer first');
      folder.file('token', 'renewed');
      // Files are looked at once a second at most.
      const later = Date.now() + 1_000;
      jest.spyOn(Date, 'now').mockReturnValue(later);
      expect(await sent()).toBe('Bearer renewed');
      jest.restoreAllMocks();
    }
  });

  it.each(['caFile', 'caData'] as const)(
    'names connection.%s where it holds another CA than that of the server',
    async key => {
      const server = await cluster.https((_request, response) =>
        response.end('ok'),
      );
      const { pem } = cluster.otherCa;
      const { api } = await connect(cluster, {
        type: 'serviceAccount',
        url: `https://${server.address}`,
        token: 'reader',
        [key]: key === 'caFile' ? folder.file('ca.crt', pem) : pem,
      });
      const { failure } = await refusal(
        api.request({ path: '/readyz', signal: soon() }),
      );
      expect(failure?.trusted).toEqual({
        setting: `connection.${key}`,
        subjects: ['CN=other'],
      });
    },
  );

  it('says when a token file holds something else later, without asking the cluster and without the token', async () => {
    const server = await cluster.https((_request, response) =>
      response.end('ok'),
    );
    const tokenFile = folder.file('token', 'first');
    const { api } = await connect(cluster, {
      type: 'serviceAccount',
      url: `https://${server.address}`,
      tokenFile,
      caData: cluster.ca.pem,
    });
    folder.file('token', 'secret-1\nsecret-2');
    const { reason, message } = await refusal(
      api.request({ path: '/readyz', signal: soon() }),
    );
    expect(reason).toBe('not-configured');
    expect(message).toBe(
      `connection.tokenFile: ${tokenFile} holds a line break, a space or another character that no token has. Required: one token, in one line.`,
    );
    expect(server.requests).toHaveLength(0);
  });

  it('takes a token with the line break at its end that editors add', async () => {
    const server = await cluster.https((_request, response) =>
      response.end('ok'),
    );
    const config = {
      type: 'serviceAccount',
      url: `https://${server.address}`,
      token: 'the-token\n',
      caData: cluster.ca.pem,
    } as const;
    expect(await problems(config)).toBe('');
    const { api } = await connect(cluster, config);
    await api.request({ path: '/readyz', signal: soon() });
    expect(server.requests[0].headers.authorization).toBe('Bearer the-token');
  });

  it.each([
    [
      { token: 'two words', url: 'https://127.0.0.1' },
      'connection.token holds a line break, a space',
    ],
    [{ token: 't', url: 'http://127.0.0.1' }, 'connection.url is no https URL'],
    [{ url: 'https://127.0.0.1' }, 'connection.token is empty'],
    [
      { url: 'https://127.0.0.1', token: 't', caData: 'bm9wZQ==' },
      'the CA is not readable',
    ],
    [
      { url: 'https://127.0.0.1', token: 't', caFile: '/nowhere/ca.crt' },
      'connection.caFile: /nowhere/ca.crt cannot be read (ENOENT)',
    ],
  ])('finds a problem in %j', async (config, sentence) => {
    expect(await problems({ type: 'serviceAccount', ...config })).toContain(
      sentence,
    );
  });
});
