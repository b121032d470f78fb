/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Check, checks } from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterConnectionFactory,
  KubernetesHaChecksExtensionPoint,
  KubernetesHaConnectionsExtensionPoint,
  KubernetesHaSignalSourcesExtensionPoint,
  SignalSourceFactory,
} from 'backstage-plugin-kubernetes-ha-node';

/** What modules added, each id once. */
export class Extensions
  implements
    KubernetesHaChecksExtensionPoint,
    KubernetesHaConnectionsExtensionPoint,
    KubernetesHaSignalSourcesExtensionPoint
{
  readonly #checks = new Map(checks.map(check => [check.id, check]));
  readonly #sources = new Map<string, SignalSourceFactory>();
  readonly #connections = new Map<string, ClusterConnectionFactory>();

  addCheck(...added: Check[]): void {
    for (const check of added) {
      refuseTaken('check', check.id, this.#checks.has(check.id));
      this.#checks.set(check.id, check);
    }
  }

  addSignalSource(...added: SignalSourceFactory[]): void {
    for (const factory of added) {
      refuseTaken('signal source', factory.id, this.#sources.has(factory.id));
      this.#sources.set(factory.id, factory);
    }
  }

  addConnectionType(...added: ClusterConnectionFactory[]): void {
    for (const factory of added) {
      const taken =
        this.#connections.has(factory.type) ||
        builtInConnectionTypes.includes(factory.type);
      refuseTaken('connection type', factory.type, taken);
      this.#connections.set(factory.type, factory);
    }
  }

  /** The product's checks and then the added ones. */
  get checks(): readonly Check[] {
    return [...this.#checks.values()];
  }

  get sourceFactories(): readonly SignalSourceFactory[] {
    return [...this.#sources.values()];
  }

  get connectionTypes(): ReadonlyMap<string, ClusterConnectionFactory> {
    return this.#connections;
  }
}

const builtInConnectionTypes = [
  'kubeconfig',
  'serviceAccount',
  'kubernetesPlugin',
  'recorded',
  'custom',
];

function refuseTaken(what: string, id: string, taken: boolean): void {
  if (!taken) return;
  throw new Error(
    `The ${what} "${id}" exists already. Expected: an id of its own. Rename it, or remove one of the modules that add it.`,
  );
}
