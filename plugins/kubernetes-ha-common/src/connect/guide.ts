/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Message } from '../messages';
import type { ConnectStep, ConnectState } from './connectSteps';
import type { ConnectStepId } from './connectStepIds';

/** Ways to do a step. @public */
export const connectRecipeIds = [
  'kubeconfig',
  'kubeadm',
  'k3s',
  'rke2',
  'openshift',
  'managed',
  'haproxy',
  'kube-vip',
  'provider',
  'none',
  'rbac',
  'labels',
] as const;

/** One way to do a step, written for this cluster. @public */
export interface ConnectRecipe {
  id: (typeof connectRecipeIds)[number];
  /** The cluster's whole entry in app-config; for `rbac` a manifest. */
  yaml?: string;
  /** Commands to run first, one a line. Replace `ZONE`, `NODE` and hosts under `example.com`. */
  commands: readonly string[];
}

/** A step with how it is done. @public */
export interface ConnectTask extends ConnectStep {
  /** The likeliest way first; none where nothing is left to do. */
  recipes: readonly ConnectRecipe[];
}

/** Whether a changed configuration is in force. @public */
export interface ConfigurationState {
  /** `refused`: the one before stays in force. */
  state: 'in-force' | 'refused';
  /** Since when, ISO 8601 UTC. */
  since: string;
  /** Of a refusal, those about this cluster: key, found, allowed, what to do. */
  problems: readonly string[];
}

/** How a cluster is connected, and what is left to do. @public */
export interface ClusterConnectionGuide {
  cluster: string;
  configuration: ConfigurationState;
  steps: readonly ConnectTask[];
}

/** One address of a test, and what came back. @public */
export interface TestedPart {
  /** A member, an instance, a node; missing where the step is one thing. */
  name?: string;
  via: string;
  state: 'observed' | 'unknown' | 'absent';
  /** What does not match, and what to do. */
  mismatch?: Message;
  /** What came back, in its own words. */
  detail?: string;
  /** The detail as data, where it is a sentence of ours. */
  why?: Message;
}

/** What a test of one step found. Nothing of it is stored. @public */
export interface ConnectionTest {
  step: ConnectStepId;
  state: ConnectState;
  /** ISO 8601 UTC. */
  startedAt: string;
  durationMs: number;
  parts: readonly TestedPart[];
}
