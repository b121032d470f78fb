/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { reader, readerManifest } from '../cluster/readerAccess';
import type { KubernetesObject } from '../kubernetes/objects';
import { claims } from './claims';
import type { Fault } from './fault';

interface ClusterRole extends KubernetesObject {
  rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[];
}

const path = `/apis/rbac.authorization.k8s.io/v1/clusterroles/${reader.clusterRole}`;

export const readerWithout: Fault = {
  name: 'reader-without',
  description: 'take one resource away from what the reader identity may read',
  parameters: [
    {
      name: 'resource',
      description: 'a resource of the reader’s ClusterRole',
      allowed: () => [...new Set(manifestRole().rules.flatMap(resourcesOf))],
    },
  ],

  claims: () => [claims.readerRole],

  async inject({ client }, args) {
    const role = await client.get<ClusterRole>(path);
    const rules = role.rules
      .map(rule => ({
        ...rule,
        resources: rule.resources.filter(name => name !== args.resource),
      }))
      .filter(({ resources }) => resources.length > 0);
    await client.patch(path, 'merge', { rules });
  },

  /** Gives back what the manifest gives, whatever was taken meanwhile. */
  async heal({ client }) {
    await client.patch(path, 'merge', { rules: manifestRole().rules });
  },
};

function resourcesOf(rule: ClusterRole['rules'][number]): string[] {
  return rule.resources.filter(name => name !== '*');
}

function manifestRole(): ClusterRole {
  const found = parseAllDocuments(readFileSync(readerManifest, 'utf8'))
    .map(document => document.toJS() as ClusterRole)
    .find(
      ({ kind, metadata }) =>
        kind === 'ClusterRole' && metadata.name === reader.clusterRole,
    );
  if (!found) {
    throw new Error(
      `${readerManifest} has no ClusterRole ${reader.clusterRole}.`,
    );
  }
  return found;
}
