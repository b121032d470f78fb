/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { readerManifest } from '../cluster/readerAccess';
import type { KubernetesObject } from '../kubernetes/objects';
import { claims } from './claims';
import type { Fault } from './fault';

interface Role extends KubernetesObject {
  rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[];
}

export const readerWithout: Fault = {
  name: 'reader-without',
  description: 'take one resource away from what the reader identity may read',
  parameters: [
    {
      name: 'resource',
      description: 'a resource of the reader’s roles',
      allowed: () => [
        ...new Set(
          manifestRoles()
            .flatMap(({ rules }) => rules)
            .flatMap(({ resources }) => resources),
        ),
      ],
    },
  ],

  claims: () => [claims.readerRole],

  async inject({ client }, args) {
    for (const { path, role } of rolesWith(args.resource)) {
      const rules = role.rules
        .map(rule => ({
          ...rule,
          resources: rule.resources.filter(name => name !== args.resource),
        }))
        .filter(({ resources }) => resources.length > 0);
      await client.patch(path, 'merge', { rules });
    }
  },

  /** Gives back what the manifest gives. */
  async heal({ client }, args) {
    for (const { path, role } of rolesWith(args.resource)) {
      await client.patch(path, 'merge', { rules: role.rules });
    }
  },
};

/** The roles that grant the resource, for the whole cluster or in a namespace, with their paths. */
function rolesWith(resource: string): { path: string; role: Role }[] {
  const api = '/apis/rbac.authorization.k8s.io/v1';
  return manifestRoles()
    .filter(({ rules }) =>
      rules.some(({ resources }) => resources.includes(resource)),
    )
    .map(role => {
      const { name, namespace } = role.metadata;
      const path = namespace
        ? `${api}/namespaces/${namespace}/roles/${name}`
        : `${api}/clusterroles/${name}`;
      return { path, role };
    });
}

function manifestRoles(): Role[] {
  const found = parseAllDocuments(readFileSync(readerManifest, 'utf8'))
    .map(document => document.toJS() as Role)
    .filter(({ kind }) => kind === 'ClusterRole' || kind === 'Role');
  if (found.length === 0) {
    throw new Error(`${readerManifest} has no Role and no ClusterRole.`);
  }
  return found;
}
