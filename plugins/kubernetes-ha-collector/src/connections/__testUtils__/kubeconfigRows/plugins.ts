/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { bearerT, certificate, KubeconfigRow, RowContext } from './row';

const v1 = 'client.authentication.k8s.io/v1';
const v1beta1 = 'client.authentication.k8s.io/v1beta1';
const future = '2999-01-01T00:00:00Z';

/** An exec block whose plugin writes that status. */
function exec(
  given: RowContext,
  status: unknown,
  more: object = {},
  answer: object = {},
) {
  const document = {
    apiVersion: v1,
    kind: 'ExecCredential',
    status,
    ...answer,
  };
  return {
    exec: {
      apiVersion: v1,
      command: '/bin/cat',
      args: [given.file('answer.json', JSON.stringify(document))],
      interactiveMode: 'Never',
      ...more,
    },
  };
}

function script(given: RowContext, lines: string, more: object = {}) {
  const path = given.file('plugin.sh', lines);
  return {
    exec: {
      apiVersion: v1,
      command: '/bin/sh',
      args: [path],
      interactiveMode: 'Never',
      ...more,
    },
  };
}

const tokenOf = (expression: string) =>
  `printf '{"kind":"ExecCredential","apiVersion":"${v1}","status":{"token":"%s"}}' "${expression}"`;

/** Exec plugins. */
export const pluginRows: readonly KubeconfigRow[] = [
  {
    rule: 'a plugin that gives a token',
    as: given => exec(given, { token: 't' }),
    expected: bearerT,
  },
  {
    rule: 'a plugin of v1beta1 needs no interactiveMode',
    as: given =>
      exec(
        given,
        { token: 't' },
        { apiVersion: v1beta1, interactiveMode: null },
        { apiVersion: v1beta1 },
      ),
    expected: bearerT,
  },
  {
    rule: 'a plugin of v1 needs one',
    as: given => exec(given, { token: 't' }, { interactiveMode: null }),
    expected: 'has no interactiveMode',
    clientNode: 'runs it',
  },
  {
    rule: 'a plugin of v1alpha1 is of the past',
    as: given =>
      exec(
        given,
        { token: 't' },
        {
          apiVersion: 'client.authentication.k8s.io/v1alpha1',
        },
      ),
    expected: 'has apiVersion client.authentication.k8s.io/v1alpha1',
    clientNode: 'runs it',
  },
  {
    rule: 'an interactiveMode that nobody knows',
    as: given => exec(given, { token: 't' }, { interactiveMode: 'Sometimes' }),
    expected: 'has the interactiveMode "Sometimes"',
    clientNode: 'runs it',
  },
  {
    rule: 'a plugin that wants a terminal, where there is none',
    as: given => exec(given, { token: 't' }, { interactiveMode: 'Always' }),
    expected: 'wants a terminal',
    clientNode: 'runs it',
  },
  {
    rule: 'args null and env null are none',
    as: given =>
      script(given, `#!/bin/sh\n${tokenOf('t')}`, {
        command: './plugin.sh',
        args: null,
        env: null,
        installHint: null,
      }),
    expected: bearerT,
    clientNode: 'fails on null',
  },
  {
    rule: 'the env of the kubeconfig reaches the plugin, an empty value too',
    as: given =>
      script(given, tokenOf('t$A${B-unset}'), {
        env: [
          { name: 'A', value: 'a' },
          { name: 'B', value: '' },
        ],
      }),
    expected: { authorization: 'Bearer ta' },
  },
  {
    rule: 'an env entry without a name',
    as: given =>
      exec(given, { token: 't' }, { env: [{ name: '', value: 'x' }] }),
    expected: 'an environment variable without a name',
    clientNode: 'runs it',
  },
  {
    rule: 'a plugin without a command',
    as: given => exec(given, { token: 't' }, { command: '' }),
    expected: 'an exec plugin without a command',
  },
  {
    rule: 'the cluster is told to a plugin that asks for it',
    as: given =>
      script(
        given,
        `s=$(printf '%s' "$KUBERNETES_EXEC_INFO" | grep -o '"server":"https://127[^"]*"' | head -c 26)\n${tokenOf(
          '$(printf %s "$s" | tr -d \'"\')',
        )}`,
        { provideClusterInfo: true },
      ),
    expected: { authorization: 'Bearer server:https://127.0.0.' },
    clientNode: 'does not tell',
  },
  {
    rule: 'the cluster is not told to one that does not ask',
    as: given =>
      script(
        given,
        `${tokenOf('$(printf \'%s\' "$KUBERNETES_EXEC_INFO" | grep -c 127)')}`,
      ),
    expected: { authorization: 'Bearer 0' },
  },
  {
    rule: 'a plugin that gives a certificate and its key',
    as: given =>
      exec(given, {
        clientCertificateData: given.cluster.client.cert,
        clientKeyData: given.cluster.client.key,
      }),
    expected: { certificate: 'reader' },
  },
  {
    rule: 'a plugin that gives both',
    as: given =>
      exec(given, {
        token: 't',
        clientCertificateData: given.cluster.client.cert,
        clientKeyData: given.cluster.client.key,
      }),
    expected: { certificate: 'reader', ...bearerT },
  },
  {
    rule: 'null and empty values of its answer are unset',
    as: given =>
      exec(given, {
        token: 't',
        clientCertificateData: null,
        clientKeyData: '',
        expirationTimestamp: null,
      }),
    expected: bearerT,
  },
  {
    rule: 'a plugin that gives an empty token',
    as: given => exec(given, { token: '' }),
    expected: 'gave neither a token nor a certificate',
    clientNode: 'asks anonymously',
  },
  {
    rule: 'a plugin that gives a certificate without its key',
    as: given =>
      exec(given, {
        token: 't',
        clientCertificateData: given.cluster.client.cert,
      }),
    expected: 'a certificate without its key',
    clientNode: 'sends the token',
  },
  {
    rule: 'a plugin that gives no status',
    as: given => exec(given, null),
    expected: 'gave neither a token nor a certificate',
  },
  {
    rule: 'an end in the future',
    as: given => exec(given, { token: 't', expirationTimestamp: future }),
    expected: bearerT,
  },
  {
    rule: 'an end with an offset',
    as: given =>
      exec(given, {
        token: 't',
        expirationTimestamp: '2999-01-01T00:00:00.5+02:00',
      }),
    expected: bearerT,
  },
  {
    rule: 'an end that is no date',
    as: given => exec(given, { token: 't', expirationTimestamp: 'soon' }),
    expected: 'gave an expirationTimestamp that is no date',
    clientNode: 'runs the plugin for every request',
  },
  {
    rule: 'an empty end',
    as: given => exec(given, { token: 't', expirationTimestamp: '' }),
    expected: 'gave an expirationTimestamp that is no date',
    clientNode: 'takes it for none',
  },
  {
    rule: 'an end that is a number',
    as: given => exec(given, { token: 't', expirationTimestamp: 32503680000 }),
    expected: 'gave an expirationTimestamp that is no date',
    clientNode: 'takes it for milliseconds',
  },
  {
    rule: 'an answer of another version',
    as: given => exec(given, { token: 't' }, {}, { apiVersion: v1beta1 }),
    expected: 'answered in another apiVersion',
    clientNode: 'takes no notice of the version',
  },
  {
    rule: 'an answer of another kind',
    as: given => exec(given, { token: 't' }, {}, { kind: 'TokenReview' }),
    expected: 'did not write an ExecCredential',
    clientNode: 'takes no notice of the kind',
  },
  {
    rule: 'a plugin beside a token is not run',
    as: given => ({ token: 't', ...exec(given, { token: 'of-plugin' }) }),
    expected: bearerT,
  },
  {
    rule: 'a plugin beside a client certificate is not run',
    as: given => ({
      ...certificate(given),
      ...exec(given, { token: 'of-plugin' }),
    }),
    expected: { certificate: 'reader' },
    clientNode: 'runs it',
  },
  {
    rule: 'a plugin that fails',
    as: given => script(given, 'exit 3'),
    expected: 'failed (exit code 3)',
  },
  {
    rule: 'a plugin that is not there',
    as: given => exec(given, {}, { command: './nowhere' }),
    expected: 'failed (ENOENT)',
  },
];
