/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ConnectPart } from 'backstage-plugin-kubernetes-ha-common';
import { parseAllDocuments } from 'yaml';
import { missingRightsManifest } from './missingRights';

const forbidden = (
  section: ConnectPart['section'],
  detail = 'HTTP 403',
): ConnectPart => ({
  section,
  via: 'GET https://10.0.0.1:6443/…',
  state: 'unknown',
  reason: 'forbidden',
  detail,
});

interface Document {
  kind: string;
  metadata: { name: string; namespace?: string };
  rules?: { resources: string[]; verbs: string[]; resourceNames?: string[] }[];
  subjects?: { kind: string; name: string; namespace?: string }[];
  roleRef?: { name: string };
}

const documentsFor = (...parts: ConnectPart[]): Document[] =>
  parseAllDocuments(missingRightsManifest(parts) ?? '').map(document =>
    document.toJS(),
  );

it.each([
  ['pods', undefined, 'pods'],
  ['daemonSets', undefined, 'daemonsets'],
  ['kubelets', undefined, 'nodes/configz'],
  ['leases', 'kube-system', 'leases'],
  ['nodeLeases', 'kube-node-lease', 'leases'],
  ['kubeadmConfig', 'kube-system', 'configmaps'],
  ['clusterInfo', 'kube-public', 'configmaps'],
] as const)(
  'what is forbidden of %s is granted in the namespace %s, and nothing else',
  (section, namespace, resource) => {
    const documents = documentsFor(forbidden(section));
    const roles = documents.filter(({ rules }) => rules);
    expect(roles.map(({ metadata }) => metadata.namespace)).toEqual([
      namespace,
    ]);
    expect(roles[0].rules?.flatMap(({ resources }) => resources)).toEqual([
      resource,
    ]);
    expect(roles[0].rules?.flatMap(({ verbs }) => verbs)).not.toContain(
      'watch',
    );
    const bindings = documents.filter(({ roleRef }) => roleRef);
    expect(bindings.map(({ metadata }) => metadata.namespace)).toEqual([
      namespace,
    ]);
  },
);

it("API servers that refuse their metrics are granted by Kubernetes' own role", () => {
  const bindings = documentsFor(forbidden('apiServers')).filter(
    ({ roleRef }) => roleRef,
  );
  expect(bindings.map(({ roleRef }) => roleRef?.name)).toEqual([
    'system:monitoring',
  ]);
});

it.each([
  [
    'pods is forbidden: User "system:serviceaccount:monitoring:ha" cannot list resource "pods"',
    { kind: 'ServiceAccount', name: 'ha', namespace: 'monitoring' },
  ],
  [
    'nodes is forbidden: User "ha-reader" cannot list resource "nodes"',
    {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'User',
      name: 'ha-reader',
    },
  ],
  [
    'Forbidden (user=ha-reader, verb=get, resource=nodes, subresource(s)=[configz])',
    {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'User',
      name: 'ha-reader',
    },
  ],
])('%s: it is granted to whom it was refused', (detail, subject) => {
  const documents = documentsFor(forbidden('pods', detail));
  expect(documents.flatMap(({ subjects }) => subjects ?? [])).toEqual([
    subject,
  ]);
  expect(documents.map(({ kind }) => kind)).not.toContain('Namespace');
});

it.each(['HTTP 403', 'User "system:anonymous" cannot list resource "pods"'])(
  "%s: it is granted to the reader's ServiceAccount, which comes along",
  detail => {
    const kinds = documentsFor(forbidden('pods', detail)).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual([
      'Namespace',
      'ServiceAccount',
      'ClusterRole',
      'ClusterRoleBinding',
    ]);
  },
);

it('a cluster that asks for more gets no more', () => {
  const detail =
    'secrets is forbidden: User "x\n  - verbs: [*]" cannot get resource "secrets"';
  const text = missingRightsManifest([forbidden('pods', detail)]);
  expect(text).not.toMatch(/secrets|\*/);
});

it('nothing is granted where nothing is forbidden', () => {
  expect(
    missingRightsManifest([{ ...forbidden('pods'), reason: 'timeout' }]),
  ).toBeUndefined();
});
