/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { base64 } from '../kubeconfigText';
import { bearerT, KubeconfigRow, token } from './row';

/** Servers and trust. */
export const clusterRows: readonly KubeconfigRow[] = [
  {
    rule: 'a server with a path and a slash at its end',
    at: ({ address }) => ({ server: `https://${address}/k8s/c-1/` }),
    as: token,
    expected: { ...bearerT, url: '/k8s/c-1/version' },
  },
  {
    rule: 'the query of a server is dropped',
    at: ({ address }) => ({ server: `https://${address}/k8s?x=1` }),
    as: token,
    expected: { ...bearerT, url: '/k8s/version' },
    clientNode: 'keeps it',
  },
  {
    rule: 'a server without a scheme, which kubectl takes for plain http',
    at: ({ address }) => ({ server: address }),
    as: token,
    expected: 'no https URL',
  },
  {
    rule: 'a server without a scheme and with a path',
    at: ({ address }) => ({ server: `${address}/k8s` }),
    as: token,
    expected: 'no https URL',
  },
  {
    rule: 'a server over plain http, where the credential would travel in the clear',
    at: ({ address }) => ({ server: `http://${address}` }),
    as: token,
    expected: 'no https URL',
  },
  {
    rule: 'credentials in the address of the server',
    at: ({ address }) => ({ server: `https://a:b@${address}` }),
    as: token,
    expected: 'or one with credentials in it',
    refusedOnPurpose: 'addresses stand in signals and logs',
    clientNode: 'takes no notice of them',
  },
  {
    rule: 'no server',
    at: () => ({ server: '' }),
    as: token,
    expected: 'no https URL',
  },
  {
    rule: 'the CA in a file beside the kubeconfig',
    at: ({ cluster, file }) => {
      file('ca.crt', cluster.ca.pem);
      return {
        'certificate-authority': 'ca.crt',
        'certificate-authority-data': null,
      };
    },
    as: token,
    expected: bearerT,
  },
  {
    rule: 'an empty file name beside the CA as data is unset',
    at: () => ({ 'certificate-authority': '' }),
    as: token,
    expected: bearerT,
  },
  {
    rule: 'the CA both as file and as data',
    at: ({ cluster, file }) => ({
      'certificate-authority': file('ca.crt', cluster.ca.pem),
    }),
    as: token,
    expected: 'gives both certificate-authority and certificate-authority-data',
    clientNode: 'takes the data',
  },
  {
    rule: 'a CA file that is not there',
    at: () => ({
      'certificate-authority': 'nowhere',
      'certificate-authority-data': null,
    }),
    as: token,
    expected: 'cannot be read (ENOENT)',
  },
  {
    rule: 'another CA than the one that signed the server',
    at: ({ cluster }) => ({
      'certificate-authority-data': base64(cluster.otherCa.pem),
    }),
    as: token,
    expected: 'self-signed certificate in certificate chain',
  },
  {
    rule: 'no CA: the roots of the system do not know the server',
    at: () => ({ 'certificate-authority-data': '' }),
    as: token,
    expected: 'self-signed certificate in certificate chain',
  },
  {
    rule: 'insecure-skip-tls-verify without a CA',
    at: () => ({
      'certificate-authority-data': null,
      'insecure-skip-tls-verify': true,
    }),
    as: token,
    expected: bearerT,
  },
  {
    rule: 'insecure-skip-tls-verify with a CA',
    at: () => ({ 'insecure-skip-tls-verify': true }),
    as: token,
    expected: 'insecure-skip-tls-verify, which contradict each other',
    clientNode: 'skips',
  },
  {
    rule: 'insecure-skip-tls-verify null is unset',
    at: () => ({ 'insecure-skip-tls-verify': null }),
    as: token,
    expected: bearerT,
  },
  {
    rule: 'tls-server-name is greeted and believed',
    at: () => ({ 'tls-server-name': 'kubernetes' }),
    as: token,
    expected: { ...bearerT, greeted: 'kubernetes' },
  },
  {
    rule: 'tls-server-name that the certificate does not have',
    at: () => ({ 'tls-server-name': 'elsewhere' }),
    as: token,
    expected: 'expected elsewhere',
  },
  {
    rule: 'an empty tls-server-name is unset',
    at: () => ({ 'tls-server-name': '' }),
    as: token,
    expected: bearerT,
  },
  {
    rule: 'a proxy',
    at: () => ({ 'proxy-url': 'socks5://127.0.0.1:1' }),
    as: token,
    expected: 'asks for a proxy',
  },
  {
    rule: 'an empty proxy-url is unset',
    at: () => ({ 'proxy-url': '' }),
    as: token,
    expected: bearerT,
  },
];
