/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

export interface Config {
  /** High availability of Kubernetes clusters. Checked whole at start-up: a key that does not exist stops it. */
  kubernetesHa?: {
    /** The clusters to collect from. */
    clusters?: Array<{
      /** Unique; lower-case letters, digits, `-` and `.`, at most 63. Goes into addresses and entity names. */
      name: string;
      /** Shown instead of the name. */
      title?: string;
      /** What it is for; thresholds may follow from it. Default: `production`. */
      tier?: 'production' | 'staging' | 'development';
      /** Catalog entity that owns it, for example `group:default/platform`. */
      owner?: string;
      /** Whose control plane it is. `auto` tells it from version and nodes. */
      platform?:
        | 'auto'
        | 'self-managed'
        | 'eks'
        | 'gke'
        | 'aks'
        | 'openshift'
        | 'managed';
      /**
       * How it is reached, by `type`; each type has its own keys, and modules
       * may add types. Every path of a file here and below is absolute, or
       * relative to the working directory of the backend.
       */
      connection: {
        /** `kubeconfig`, `serviceAccount`, `kubernetesPlugin`, `recorded`, or one that a module adds. */
        type: string;
        /** kubeconfig: path of the file. */
        kubeconfig?: string;
        /** kubeconfig: the context in it. Default: its current one. */
        context?: string;
        /** kubeconfig: names of the backend's environment that an exec plugin sees besides the usual ones; `VAULT_*` is every one that begins so. */
        execEnvironment?: string[];
        /** serviceAccount: `https://host:port` of the API. */
        url?: string;
        /**
         * serviceAccount: the token. Or use tokenFile.
         * @visibility secret
         */
        token?: string;
        /** serviceAccount: file with the token, read anew when it changes. */
        tokenFile?: string;
        /** serviceAccount: PEM file with the CA of the API. */
        caFile?: string;
        /** serviceAccount: base64 of that PEM file. */
        caData?: string;
        /** kubernetesPlugin: its name of the cluster. Default: the same name. */
        cluster?: string;
        /** recorded: path of the recording. */
        file?: string;
        [key: string]: unknown;
      };
      apiServer?: {
        /** The load-balanced path that clients use, `https://host:port`. Default: the connection's own address. */
        endpoint?: string;
        /** `host:port` of API servers that discovery cannot find. */
        instances?: string[];
      };
      /** How etcd is reached. `managed`: the provider runs it. Without it etcd is unknown, never passed. */
      etcd?:
        | 'managed'
        | {
            /** Client addresses of members, `https://host:port`. */
            endpoints: string[];
            /** PEM file with the CA of etcd. */
            caFile?: string;
            /** PEM file with the client certificate. */
            certFile?: string;
            /** PEM file with its key; the file never leaves the backend. */
            keyFile?: string;
            /** Zone by member name or host, for members that are on no node of the cluster. */
            zones?: { [member: string]: string };
            /** Hours of the day (0 to 23, UTC; `to` is not part of it) in which the members' data may be hashed to compare it, every six hours at most. Default: any hour. */
            hashHours?: { from: number; to: number };
          };
      loadBalancer?: {
        /** Who runs it. Default: `haproxy`. */
        kind?: 'haproxy' | 'kube-vip' | 'provider' | 'none';
        /** HAProxy instances with their statistics page. */
        haproxy?: Array<{
          name: string;
          /** `http(s)://host:port` and the `stats uri` of HAProxy, query included: `http://10.0.1.5:8404/haproxy?stats`. */
          statsUrl: string;
          username?: string;
          /** @visibility secret */
          password?: string;
          /** PEM file with the CA of an https page. Default: the system's roots. Read anew when it changes. */
          caFile?: string;
        }>;
      };
      /** Intervals of this cluster, in seconds. */
      intervals?: {
        controlPlaneSeconds?: number;
        inventorySeconds?: number;
      };
      /** UID of kube-system (or etcd cluster id) to accept after the cluster was replaced behind its connection. */
      acceptIdentity?: string;
    }>;
    /** Thresholds and severities by check id. The catalogue of checks has the names. */
    policy?: {
      thresholds?: { [checkId: string]: { [threshold: string]: number } };
      severities?: {
        [checkId: string]: 'critical' | 'high' | 'medium' | 'low';
      };
    };
    /** Intervals of clusters that have none of their own, in seconds. */
    intervals?: {
      /** Between collections of the control plane, 5 to 600. Default: 30. */
      controlPlaneSeconds?: number;
      /** Between inventories, at least, 10 to 3600. Default: 120. */
      inventorySeconds?: number;
    };
    /**
     * Links to dashboards and logs, shown with every finding they fit. Checked at
     * start-up. Values are percent-encoded.
     */
    links?: Array<{
      /** What the link says, at most 100 characters. */
      title: string;
      /**
       * http or https, with placeholders: `{{cluster}}`, `{{node}}`, `{{member}}`,
       * `{{layer}}`, `{{checkId}}`, `{{from}}` and `{{to}}` (milliseconds, as
       * Grafana takes them), `{{fromIso}}` and `{{toIso}}`. Before the path only
       * `{{cluster}}`.
       */
      url: string;
      /** Only with findings of these layers. */
      layers?: Array<
        | 'apiserver'
        | 'etcd'
        | 'leaders'
        | 'nodes'
        | 'network'
        | 'loadbalancer'
        | 'topology'
        | 'storage'
        | 'recovery'
        | 'chaos'
      >;
      /** Only with findings of these checks. */
      checks?: string[];
    }>;
    /** How long details are kept, in days. The score over time is kept 48 h raw, 30 d hourly, 2 y daily. */
    retention?: {
      /** Snapshots and scorecards behind changes, 1 to 730. All of the last six hours are kept, then the last of each hour for a week, then the last of each day. Default: 30. */
      snapshotDays?: number;
      /** Resolved findings, 1 to 730. Default: 730. */
      resolvedFindingDays?: number;
      /** Everything about a cluster that is configured no more, 1 to 730. It cannot be read meanwhile, and is there again when the cluster is configured again. Default: 30. */
      removedClusterDays?: number;
    };
  };
}
