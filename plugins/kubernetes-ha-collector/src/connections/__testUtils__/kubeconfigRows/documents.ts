/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { asDocument, bearerT, KubeconfigRow, token } from './row';

/** Contexts and documents. */
export const documentRows: readonly KubeconfigRow[] = [
  {
    rule: 'JSON',
    as: token,
    text: (_made, given) => JSON.stringify(asDocument(given)),
    expected: bearerT,
  },
  {
    rule: 'of several documents the first',
    as: token,
    text: made => `${made}---\nkind: Config\n`,
    expected: bearerT,
    clientNode: 'wants one document',
  },
  {
    rule: 'anchors',
    as: token,
    text: made =>
      made
        .replace('cluster: c', 'cluster: &name c')
        .replace('- name: c\n', '- name: *name\n'),
    expected: bearerT,
  },
  {
    rule: 'of one key twice the last',
    as: token,
    text: made => made.replace('token: t', 'token: old\n      token: t'),
    expected: bearerT,
    clientNode: 'refuses the document',
  },
  {
    rule: 'booleans of YAML 1.1',
    at: () => ({
      'certificate-authority-data': null,
      'insecure-skip-tls-verify': true,
    }),
    as: token,
    text: made => made.replace('verify: true', 'verify: yes'),
    expected: bearerT,
    clientNode: 'takes yes for text that is not empty, as it would no',
  },
  {
    rule: 'a document without kind and apiVersion',
    as: token,
    text: made => made.replace(/^(apiVersion|kind):.*\n/gm, ''),
    expected: bearerT,
  },
  {
    rule: 'a document of another kind',
    as: token,
    text: made => made.replace('kind: Config', 'kind: Pod'),
    expected: 'at kind',
    clientNode: 'takes no notice of the kind',
  },
  {
    rule: 'a document of another version',
    as: token,
    text: made => made.replace('apiVersion: v1', 'apiVersion: v2'),
    expected: 'at apiVersion',
    clientNode: 'takes no notice of the version',
  },
  {
    rule: 'two users of one name',
    as: token,
    text: made => made.replace('users:', 'users:\n  - name: u\n    user: {}'),
    expected: 'two users have the name "u"',
    clientNode: 'takes the first',
  },
  {
    rule: 'two contexts of one name',
    as: token,
    text: made =>
      made.replace('contexts:', 'contexts:\n  - name: main\n    context: {}'),
    expected: 'two contexts have the name "main"',
  },
  {
    rule: 'a current-context that is not there',
    as: token,
    text: made => made.replace('current-context: main', 'current-context: x'),
    expected: 'has no context "x"',
  },
  {
    rule: 'no current-context',
    as: token,
    text: made => made.replace('current-context: main', 'current-context: ""'),
    expected: 'has no current-context',
  },
  {
    rule: 'a context whose cluster is not there',
    as: token,
    text: made => made.replace('cluster: c', 'cluster: x'),
    expected: 'has no cluster "x"',
  },
  {
    rule: 'a context whose user is not there',
    as: token,
    text: made => made.replace('user: u', 'user: x'),
    expected: 'has no user "x"',
  },
  {
    rule: 'an empty file',
    text: () => '',
    expected: 'is not a kubeconfig',
  },
  {
    rule: 'no YAML',
    text: () => '{{{',
    expected: 'is not valid YAML',
  },
];
