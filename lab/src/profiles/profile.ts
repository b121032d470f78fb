/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Maker } from './maker';

/**
 * How API servers reach etcd. `stacked`: each only the member on its own
 * machine (kubeadm's default). `all-endpoints`: each all members, as with
 * external etcd. The two fail differently.
 */
export type Layout = 'stacked' | 'all-endpoints';

export const layouts: readonly Layout[] = ['stacked', 'all-endpoints'];

/** What HAProxy asks an API server: does the port open (l4), or does /readyz say 200 (l7). */
export type HealthCheck = 'l4' | 'l7';

export interface ProfileMachine {
  name: string;
  zone: string;
}

/** What is to be built; data only, so that a new profile is one file and one registry line. */
export interface Profile {
  name: string;
  title: string;
  /** One sentence for `up --help`. */
  description: string;
  /** Tier in the app-config snippet. */
  tier: 'production' | 'staging' | 'development';
  controlPlane: {
    machines: readonly ProfileMachine[];
    apiPort: number;
    /** `kubeadm`: static pods as kubeadm writes them. `foreign`: services with flags and certificates of another make. */
    flavour: 'kubeadm' | 'foreign';
    /** Whether control-plane machines are Nodes of the cluster, with mirror pods. */
    asNodes: boolean;
  };
  /** Marks of another maker; kubeadm's own unless given. */
  maker?: Maker;
  /** Layout used when none is asked for. */
  defaultLayout: Layout;
  loadBalancers: {
    machines: readonly ProfileMachine[];
    /** Whether keepalived moves a virtual IP between them. Without it the first load balancer's address is the endpoint. */
    virtualIp: boolean;
    healthCheck: HealthCheck;
  };
  /** Zones of the workers; nodes are dealt out in turn. */
  workerZones: readonly string[];
  /** Labels all workers carry beside the usual ones. */
  workerLabels?: Readonly<Record<string, string>>;
  /** Whether the app-config snippet knows etcd and the load balancers, or only the endpoint. */
  visibility: 'everything' | 'endpoint-only';
}
