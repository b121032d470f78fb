/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { MachineRole } from '../state/description';

/** What the runner of one machine is told; written by the lab, read once at its start. */
export interface RunnerConfig {
  machine: string;
  role: MachineRole;
  address: string;
  /** Folder of files, each a process to keep alive: static-pod manifests (.yaml) or services (.json). */
  unitFolders: string[];
  logFolder: string;
  /** Set if the machine is a Node of the cluster. */
  node?: NodeConfig;
  /** Set if the machine answers on the kubelet's port, for itself or for the workers it plays. */
  kubeletPort?: {
    port: number;
    /** Client certificates are checked against this CA. */
    clientCa: string;
    /** Common name of the API server's client certificate. */
    clientName: string;
    certificate: string;
    key: string;
    kubeletConfiguration: Record<string, unknown>;
    /** Identity that asks the API server who may read; a node's own, or that of the lab for workers. */
    kubeconfig: string;
    /** Names of the nodes that are answered for, by address. */
    nodeNames: Record<string, string>;
  };
}

export interface NodeConfig {
  name: string;
  /** Identity system:node:<name>. */
  kubeconfig: string;
  labels: Record<string, string>;
  taints: { key: string; effect: string }[];
  kubeletVersion: string;
  /** Whether static pods are shown in the API. */
  mirrorPods: boolean;
}

/** A service file: one process without a pod. */
export interface ServiceFile {
  command: string[];
  env?: Record<string, string>;
  /** Signal that ends it well. Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
  stopGraceSeconds?: number;
}
