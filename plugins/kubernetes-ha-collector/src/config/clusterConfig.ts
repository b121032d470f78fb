/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { JsonObject } from '@backstage/types';
import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';

/** Direct access with a kubeconfig file (client certificate or token in it). @public */
export interface KubeconfigConnectionConfig {
  type: 'kubeconfig';
  /** Path of the file, relative to the working directory of the backend. */
  kubeconfig: string;
  /** Context in it. Default: its `current-context`. */
  context?: string;
  /** Names of the environment that an exec plugin sees besides the usual ones; one that ends in `*` is a prefix. */
  execEnvironment?: string[];
}

/** Direct access with a ServiceAccount token. @public */
export interface ServiceAccountConnectionConfig {
  type: 'serviceAccount';
  /** `https://host:port` of the API. */
  url: string;
  /** The token itself (secret), or a file that is read anew when it changes. */
  token?: string;
  tokenFile?: string;
  /** CA bundle: PEM file, or base64 of it. */
  caFile?: string;
  caData?: string;
}

/** Through the HTTP proxy of the Backstage kubernetes plugin. Sees less. @public */
export interface KubernetesPluginConnectionConfig {
  type: 'kubernetesPlugin';
  /** Name of the cluster in the kubernetes plugin. Default: this cluster's name. */
  cluster?: string;
}

/** Plays back a recording. Executes nothing. @public */
export interface RecordedConnectionConfig {
  type: 'recorded';
  /** Path of the recording, relative to the working directory of the backend. */
  file: string;
}

/** A connection type that a module added through `kubernetesHaConnectionsExtensionPoint`. @public */
export interface CustomConnectionConfig {
  type: 'custom';
  /** `connection.type` as written. */
  name: string;
  /** The `connection` block as written, `type` included. */
  settings: JsonObject;
}

/** How a cluster is reached, by `type`. @public */
export type ConnectionConfig =
  | KubeconfigConnectionConfig
  | ServiceAccountConnectionConfig
  | KubernetesPluginConnectionConfig
  | RecordedConnectionConfig
  | CustomConnectionConfig;

/** etcd as the operator declares it. Without it the etcd layer of a self-managed cluster is unknown ("not-configured"). @public */
export interface EtcdConfig {
  /** Client URLs of the members, `https://host:port`. Members found in the member list are asked too. */
  endpoints: string[];
  caFile?: string;
  certFile?: string;
  keyFile?: string;
  /** Zone by member name or host, for members that are not on a node of the cluster. */
  zones?: Record<string, string>;
  /** Hours of the day, UTC, in which the members' data may be hashed to compare it. Default: any hour. `to` is not part of it. */
  hashHours?: { from: number; to: number };
}

/** One HAProxy instance with its statistics page. @public */
export interface HaproxyConfig {
  name: string;
  /** `http(s)://host:port/path` of the statistics page; `;csv` is added. */
  statsUrl: string;
  username?: string;
  password?: string;
  /** PEM file with the CA of an https page. Default: the system's roots. */
  caFile?: string;
}

/** What stands before the API servers. @public */
export interface LoadBalancerConfig {
  /** Who runs it. `provider`: it is not judged beyond its reachability. `none`: there is none. */
  kind: 'haproxy' | 'kube-vip' | 'provider' | 'none';
  haproxy: HaproxyConfig[];
}

/** A cluster as configured, checked, with defaults filled in. @public */
export interface ClusterConfig {
  name: string;
  title?: string;
  tier: ClusterFacts['tier'];
  owner?: string;
  /** `auto` detects a provider from `/version` and node labels. */
  platform: ClusterFacts['platform'] | 'auto';
  connection: ConnectionConfig;
  apiServer: {
    /** The load-balanced path that clients use. Default: the connection's own URL. */
    endpoint?: string;
    /** Addresses (`host:port`) of instances that discovery cannot find. */
    instances: string[];
  };
  /** Missing: not configured. `managed`: the provider runs it. */
  etcd?: EtcdConfig | 'managed';
  loadBalancer?: LoadBalancerConfig;
  intervals: {
    /** Seconds between collections of the control plane. Default: 30; 5–600. */
    controlPlaneSeconds: number;
    /** Seconds between inventories, at least. Default: 120; 10–3600. */
    inventorySeconds: number;
  };
  /**
   * UID of the namespace kube-system that the operator accepts from now on,
   * after a cluster was replaced behind its connection.
   */
  acceptIdentity?: string;
}
