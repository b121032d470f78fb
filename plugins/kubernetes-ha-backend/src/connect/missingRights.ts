/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type {
  ConnectPart,
  SectionName,
} from 'backstage-plugin-kubernetes-ha-common';
import { parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod/v4';

const manifestFile = resolvePackagePath(
  'backstage-plugin-kubernetes-ha-backend',
  'manifests/reader-rbac.yaml',
);

const metadata = z.object({
  name: z.string(),
  namespace: z.string().optional(),
});
const subject = z.object({
  apiGroup: z.string().optional(),
  kind: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
});
const roleSchema = z.object({
  apiVersion: z.string(),
  kind: z.enum(['ClusterRole', 'Role']),
  metadata,
  rules: z.array(
    z.looseObject({
      resources: z.array(z.string()),
      resourceNames: z.array(z.string()).optional(),
    }),
  ),
});
const bindingSchema = z.object({
  apiVersion: z.string(),
  kind: z.enum(['ClusterRoleBinding', 'RoleBinding']),
  metadata,
  roleRef: z.object({
    apiGroup: z.string(),
    kind: z.string(),
    name: z.string(),
  }),
  subjects: z.array(subject),
});
type Role = z.infer<typeof roleSchema>;
type Subject = z.infer<typeof subject>;

/** A right of the manifest: a resource in a namespace, or in the whole cluster; or one of Kubernetes' own roles. */
interface Right {
  resource?: string;
  namespace?: string;
  /** Of a ConfigMap. */
  name?: string;
  clusterRole?: string;
}

/** What reading a section takes. */
const rightsOf: Readonly<Partial<Record<SectionName, Right>>> = {
  nodes: { resource: 'nodes' },
  pods: { resource: 'pods' },
  deployments: { resource: 'deployments' },
  daemonSets: { resource: 'daemonsets' },
  statefulSets: { resource: 'statefulsets' },
  podDisruptionBudgets: { resource: 'poddisruptionbudgets' },
  endpointSlices: { resource: 'endpointslices' },
  validatingWebhooks: { resource: 'validatingwebhookconfigurations' },
  mutatingWebhooks: { resource: 'mutatingwebhookconfigurations' },
  apiServices: { resource: 'apiservices' },
  kubeadmConfig: configMap('kube-system', 'kubeadm-config'),
  kubeProxyConfig: configMap('kube-system', 'kube-proxy'),
  clusterInfo: configMap('kube-public', 'cluster-info'),
  leases: { resource: 'leases', namespace: 'kube-system' },
  nodeLeases: { resource: 'leases', namespace: 'kube-node-lease' },
  kubelets: { resource: 'nodes/configz' },
  apiServers: { clusterRole: 'system:monitoring' },
  apiPath: { clusterRole: 'system:monitoring' },
};

function configMap(namespace: string, name: string): Right {
  return { resource: 'configmaps', namespace, name };
}

/** The reader's roles and bindings as they are shipped. Errors: Error when the package lacks the file. */
function shippedDocuments(): unknown[] {
  return parseAllDocuments(readFileSync(manifestFile, 'utf8')).map(document =>
    document.toJS(),
  );
}

/**
 * The manifest that grants what these parts are forbidden, and no more: rules
 * of the shipped manifest alone, whatever a cluster says that it wants. The
 * subject is whom the cluster refused; where it does not say, the reader's own
 * ServiceAccount, which is then part of it. Nothing where nothing is forbidden.
 */
export function missingRightsManifest(
  parts: readonly ConnectPart[],
): string | undefined {
  const denied = parts.filter(({ reason }) => reason === 'forbidden');
  const wanted = denied.flatMap(({ section }) => rightsOf[section] ?? []);
  if (wanted.length === 0) return undefined;
  const documents = shippedDocuments();
  const roles = documents.flatMap(document => {
    const role = roleSchema.safeParse(document).data;
    return role ? withOnly(role, wanted) : [];
  });
  const refused = refusedSubject(denied);
  const bindings = documents.flatMap(document => {
    const binding = bindingSchema.safeParse(document).data;
    if (!binding) return [];
    const { roleRef } = binding;
    const isWanted =
      wanted.some(({ clusterRole }) => clusterRole === roleRef.name) ||
      roles.some(
        ({ kind, metadata: { name, namespace } }) =>
          kind === roleRef.kind &&
          name === roleRef.name &&
          namespace === binding.metadata.namespace,
      );
    if (!isWanted) return [];
    return refused ? { ...binding, subjects: [refused] } : binding;
  });
  const identity = refused
    ? []
    : documents.filter(
        document =>
          z
            .object({ kind: z.enum(['Namespace', 'ServiceAccount']) })
            .safeParse(document).success,
      );
  return [...identity, ...roles, ...bindings]
    .map(document => stringify(document, { lineWidth: 0 }))
    .join('---\n');
}

/** The role with the rules that are wanted; nothing where none is. */
function withOnly(role: Role, wanted: readonly Right[]): Role[] {
  const rules = role.rules.flatMap(rule => {
    const here = wanted.filter(
      ({ resource, namespace, name }) =>
        resource !== undefined &&
        rule.resources.includes(resource) &&
        namespace === role.metadata.namespace &&
        (name === undefined || rule.resourceNames?.includes(name)),
    );
    if (here.length === 0) return [];
    const resources = rule.resources.filter(each =>
      here.some(({ resource }) => resource === each),
    );
    return [{ ...rule, resources }];
  });
  return rules.length > 0 ? [{ ...role, rules }] : [];
}

/**
 * Whom the cluster refused: `User "system:serviceaccount:monitoring:reader"
 * cannot list …`, and at a kubelet `Forbidden (user=…, verb=get, …)`.
 * Source: k8s.io/apiserver responsewriters (forbiddenMessage), kubernetes pkg/kubelet/server (InstallAuthFilter)
 */
function refusedSubject(parts: readonly ConnectPart[]): Subject | undefined {
  const [user] = parts.flatMap(({ detail = '' }) => {
    const [, quoted, plain] =
      /User "([^"\s]+)" cannot|user=([^,\s)]+), verb/.exec(detail) ?? [];
    return quoted ?? plain ?? [];
  });
  if (!user || user === 'system:anonymous') return undefined;
  const [, namespace, name] =
    /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user) ?? [];
  return name
    ? { kind: 'ServiceAccount', name, namespace }
    : { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user };
}
