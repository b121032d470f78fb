/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { checkIdentity, problemOf } from './checkIdentity';
import type { ConnectionFindings, ConnectionType } from './connectionType';
import { DirectConnection } from './directConnection';
import { KubeconfigIdentity } from './kubeconfigIdentity';
import type { KubeconfigContext } from './kubeconfigFile';

/** Straight to the cluster of a kubeconfig's context. */
export const kubeconfig: ConnectionType<'kubeconfig'> = {
  type: 'kubeconfig',

  async check(config) {
    const identity = new KubeconfigIdentity(config.kubeconfig, config.context);
    try {
      const context = await identity.context();
      // An exec plugin is run at the first collection: at start it would hold up every other plugin.
      const findings: ConnectionFindings = context.exec
        ? { problems: [], warnings: [] }
        : checkIdentity(
            await identity.current(),
            `connection.kubeconfig ${config.kubeconfig}`,
            Date.now(),
          );
      return {
        problems: findings.problems,
        warnings: [...findings.warnings, ...trustWarnings(context)],
      };
    } catch (error) {
      return problemOf(error);
    }
  },

  async create(config, clusterName, logger) {
    const identity = new KubeconfigIdentity(config.kubeconfig, config.context, {
      environment: config.execEnvironment,
    });
    const context = await identity.context();
    for (const warning of trustWarnings(context)) {
      logger.warn(`Cluster ${clusterName}: ${warning}`);
    }
    return new DirectConnection({
      kind: 'kubeconfig',
      server: context.server,
      identity,
      trust: { serverName: context.serverName, insecure: context.insecure },
    });
  },
};

function trustWarnings(context: KubeconfigContext): string[] {
  if (!context.insecure) return [];
  return [
    `connection.kubeconfig: context "${context.context}" sets insecure-skip-tls-verify: anybody on the way can read the reader's token and answer in the cluster's name. ` +
      `Put the cluster's CA into certificate-authority-data instead.`,
  ];
}
