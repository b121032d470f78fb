/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { base64 } from '../kubeconfigText';
import {
  bearerT,
  certificate,
  certificateFiles,
  KubeconfigRow,
  token,
} from './row';

/** Tokens, certificates and what stands beside them. */
export const userRows: readonly KubeconfigRow[] = [
  { rule: 'a token', as: token, expected: bearerT },
  {
    rule: 'a token file beside the kubeconfig',
    as: ({ file }) => {
      file('token', 't');
      return { tokenFile: 'token' };
    },
    expected: bearerT,
    clientNode: 'looks for it in the working directory',
  },
  {
    rule: 'a token file by its whole path, its line break cut off',
    as: ({ file }) => ({ tokenFile: file('token', 't\n') }),
    expected: bearerT,
    clientNode:
      'refuses a path that its cache has not read yet, or sends the break',
  },
  {
    rule: 'token and tokenFile: the file wins, for it is renewed',
    as: ({ file }) => ({ token: 'old', tokenFile: file('token', 't') }),
    expected: bearerT,
    clientNode: 'sends the old token',
  },
  {
    rule: 'token and a tokenFile that is not there: the token stands in',
    as: () => ({ token: 't', tokenFile: 'nowhere' }),
    expected: bearerT,
  },
  {
    rule: 'token and an empty tokenFile: the token stands in',
    as: ({ file }) => ({ token: 't', tokenFile: file('token', '\n') }),
    expected: bearerT,
  },
  {
    rule: 'a tokenFile that is not there',
    as: () => ({ tokenFile: 'nowhere' }),
    expected: 'cannot be read (ENOENT)',
    clientNode: 'asks anonymously',
  },
  {
    rule: 'an empty token beside a tokenFile is unset',
    as: ({ file }) => ({ token: '', tokenFile: file('token', 't') }),
    expected: bearerT,
    clientNode: 'asks anonymously',
  },
  {
    rule: 'a null token beside a tokenFile is unset',
    as: ({ file }) => ({ token: null, tokenFile: file('token', 't') }),
    expected: bearerT,
    clientNode: 'asks anonymously',
  },
  {
    rule: 'null and empty values of everything else are unset',
    as: () => ({
      token: 't',
      tokenFile: '',
      'client-certificate': null,
      'client-certificate-data': '',
      'client-key': '',
      'client-key-data': null,
      username: '',
      password: null,
      as: null,
      'as-uid': '',
      'as-groups': [],
      'as-user-extra': null,
      'auth-provider': null,
      exec: null,
    }),
    expected: bearerT,
  },
  {
    rule: 'a number for a token',
    as: () => ({ token: 123 }),
    expected: 'expected string',
    clientNode: 'sends it',
  },
  {
    rule: 'a key that nobody knows is passed over',
    as: () => ({ token: 't', 'token-file': '/nowhere', extensions: [] }),
    expected: bearerT,
  },
  {
    rule: 'keys are written as they are: Token is none',
    as: () => ({ Token: 't' }),
    expected: 'has no credential',
    clientNode: 'asks anonymously',
  },
  {
    rule: 'a token with a line break',
    as: () => ({ token: 'a\nb' }),
    expected: 'holds a line break',
  },
  {
    rule: 'a token with a space in it',
    as: () => ({ token: 'a b' }),
    expected: 'holds a line break, a space',
    refusedOnPurpose:
      'no server gives such a token; it is a mistake in the file',
    clientNode: 'sends it',
  },
  {
    rule: 'a client certificate as data',
    as: certificate,
    expected: { certificate: 'reader' },
  },
  {
    rule: 'a client certificate in files beside the kubeconfig',
    as: certificateFiles,
    expected: { certificate: 'reader' },
  },
  {
    rule: 'a client certificate in a file and its key as data',
    as: given => ({
      'client-certificate': certificateFiles(given)['client-certificate'],
      'client-key-data': base64(given.cluster.client.key),
    }),
    expected: { certificate: 'reader' },
  },
  {
    rule: 'a client certificate and a token: both are shown',
    as: given => ({ ...certificate(given), token: 't' }),
    expected: { certificate: 'reader', ...bearerT },
  },
  {
    rule: 'base64 with line breaks in it',
    as: ({ cluster }) => ({
      'client-certificate-data': base64(cluster.client.cert).replace(
        /(.{60})/g,
        '$1\n',
      ),
      'client-key-data': base64(cluster.client.key),
    }),
    expected: { certificate: 'reader' },
  },
  {
    rule: 'data that is not base64',
    as: ({ cluster }) => ({
      'client-certificate-data': '%%%',
      'client-key-data': base64(cluster.client.key),
    }),
    expected: 'not base64',
  },
  {
    rule: 'a client certificate both as file and as data',
    as: given => ({ ...certificateFiles(given), ...certificate(given) }),
    expected: 'gives both client-certificate and client-certificate-data',
    clientNode: 'takes the data',
  },
  {
    rule: 'a client key both as file and as data',
    as: given => ({
      'client-certificate': certificateFiles(given)['client-certificate'],
      'client-key': 'reader.key',
      'client-key-data': base64(given.cluster.client.key),
    }),
    expected: 'gives both client-key and client-key-data',
    clientNode: 'takes the data',
  },
  {
    rule: 'a client certificate without its key',
    as: ({ cluster }) => ({
      token: 't',
      'client-certificate-data': base64(cluster.client.cert),
    }),
    expected: 'a client certificate without its key',
    clientNode: 'sends the token alone',
  },
  {
    rule: 'a client key without a certificate is no credential',
    as: ({ cluster }) => ({
      token: 't',
      'client-key-data': base64(cluster.client.key),
    }),
    expected: bearerT,
  },
  {
    rule: 'a client certificate file that is not there',
    as: () => ({ 'client-certificate': 'nowhere', 'client-key': 'nowhere' }),
    expected: 'cannot be read (ENOENT)',
  },
  {
    rule: 'username and password',
    as: () => ({ username: 'reader', password: 'secret' }),
    expected: { authorization: `Basic ${base64('reader:secret')}` },
  },
  {
    rule: 'a username with an empty password',
    as: () => ({ username: 'reader', password: '' }),
    expected: { authorization: `Basic ${base64('reader:')}` },
  },
  {
    rule: 'username and password beside a token',
    as: () => ({ token: 't', username: 'reader', password: 'secret' }),
    expected: 'gives both a token and a username or password',
    clientNode: 'sends the token',
  },
  {
    rule: 'impersonation',
    as: () => ({ token: 't', as: 'admin' }),
    expected: 'authenticates by impersonation',
    refusedOnPurpose: 'whoever may impersonate may do more than read',
    clientNode: 'takes no notice of it',
  },
  {
    rule: 'impersonated groups without a user',
    as: () => ({ token: 't', 'as-groups': ['system:masters'] }),
    expected: 'authenticates by impersonation',
    clientNode: 'takes no notice of them',
  },
  {
    rule: 'an impersonated UID without a user',
    as: () => ({ token: 't', 'as-uid': 'u-1' }),
    expected: 'authenticates by impersonation',
    clientNode: 'takes no notice of it',
  },
  {
    rule: 'an auth-provider that is gone',
    as: () => ({ 'auth-provider': { name: 'gcp' } }),
    expected: 'authenticates by auth-provider',
  },
  {
    rule: 'an auth-provider beside a token',
    as: () => ({ token: 't', 'auth-provider': { name: 'azure' } }),
    expected: 'authenticates by auth-provider',
  },
  {
    rule: 'a user without any credential',
    as: () => ({}),
    expected: 'has no credential',
    clientNode: 'asks anonymously',
  },
];
