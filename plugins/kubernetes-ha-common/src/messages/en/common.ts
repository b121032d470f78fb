/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, list } from '../format';
import type { SectionName } from '../../snapshot/clusterSnapshot';
import type { UnknownReason } from '../../snapshot/signal';

/** What a reader calls each section; a section of a newer version keeps its own name. */
const sectionWords: Record<SectionName, string> = {
  version: 'the API version',
  nodes: 'the nodes',
  pods: 'the pods',
  deployments: 'the Deployments',
  daemonSets: 'the DaemonSets',
  statefulSets: 'the StatefulSets',
  podDisruptionBudgets: 'the PodDisruptionBudgets',
  endpointSlices: 'the EndpointSlices',
  validatingWebhooks: 'the validating webhooks',
  mutatingWebhooks: 'the mutating webhooks',
  apiServices: 'the APIServices',
  kubeadmConfig: 'the kubeadm configuration',
  kubeProxyConfig: 'the kube-proxy configuration',
  clusterInfo: 'the cluster-info ConfigMap',
  apiServers: 'the API server instances',
  leases: 'the leases of kube-system',
  nodeLeases: 'the node leases',
  etcd: 'etcd',
  loadBalancers: 'the load balancers',
  apiPath: 'the load-balanced path to the API',
  kubelets: 'the kubelets',
};

/** What a reader calls a section. */
export function sectionWord(section: string): string {
  return (
    (sectionWords as Record<string, string | undefined>)[section] ?? section
  );
}

/** Why something is unknown, in a few words. */
export const reasonWords: Record<UnknownReason, string> = {
  'not-configured': 'not configured',
  'not-collected': 'not collected yet',
  stale: 'stale',
  unauthorised: 'unauthorised',
  forbidden: 'forbidden',
  'not-found': 'not found',
  timeout: 'timed out',
  refused: 'connection refused',
  unreachable: 'unreachable',
  tls: 'TLS failed',
  throttled: 'throttled',
  'server-error': 'server error',
  'too-large': 'too large',
  'too-many': 'too many',
  'too-slow': 'too slow',
  'invalid-response': 'invalid response',
  'identity-changed': 'another cluster answers',
  'not-exposed': 'not exposed',
  inconclusive: 'insufficient data',
};

/** The words of a reason; any other text as it is. */
export function reasonWord(text: string): string {
  return Object.hasOwn(reasonWords, text)
    ? reasonWords[text as UnknownReason]
    : text;
}

/** Sentences that belong to no single check, and the words of the closed lists. */
export const common = {
  'section.unknown': (p: {
    section: string;
    reason: UnknownReason;
    detail: string;
  }) =>
    `${sectionWord(p.section)} could not be read (${reasonWords[p.reason]}): ${
      p.detail
    }`,
  'section.stale': (p: {
    section: string;
    ageSeconds: number;
    limitSeconds: number;
  }) =>
    `the last collection of ${sectionWord(p.section)} is ${
      p.ageSeconds
    } s old; data older than ${p.limitSeconds} s is stale`,
  'section.required': (p: { sections: readonly string[] }) =>
    `current data of ${p.sections.map(sectionWord).join(', ')}`,
  'section.absent': (p: { section: string; detail: string }) =>
    `not part of this cluster: ${sectionWord(p.section)}: ${p.detail}`,
  'result.last-seen': (p: {
    status: 'fail' | 'warn';
    ageSeconds: number;
    observed: string;
    now: string;
  }) =>
    `last seen ${p.status === 'fail' ? 'failing' : 'with a warning'} ${duration(
      p.ageSeconds,
    )} ago: ${p.observed}; unknown since: ${p.now}`,
  'check.broken': (p: { checkId: string; detail: string }) =>
    `check ${p.checkId} crashed: ${p.detail}`,
  'check.broken-required': () => 'a check that completes',
  'check.provider-managed': (p: {
    platform: string;
    /** What names the provider; missing where it is declared. */
    marks?: readonly string[];
  }) =>
    `the provider (${
      p.platform
    }) runs the control plane and is responsible for it${
      p.marks && p.marks.length > 0 ? `; recognised by ${list(p.marks)}` : ''
    }`,
  'layer.apiserver': () => 'API server',
  'layer.etcd': () => 'etcd',
  'layer.leaders': () => 'Scheduler and controllers',
  'layer.nodes': () => 'Nodes',
  'layer.network': () => 'Network and DNS',
  'layer.loadbalancer': () => 'Load balancer',
  'layer.topology': () => 'Topology and workloads',
  'layer.storage': () => 'Storage',
  'layer.recovery': () => 'Backup and recovery',
  'layer.chaos': () => 'Chaos drills',
  'status.pass': () => 'pass',
  'status.warn': () => 'warning',
  'status.fail': () => 'fail',
  'status.unknown': () => 'unknown',
  'status.not-applicable': () => 'not applicable',
  'severity.critical': () => 'critical',
  'severity.high': () => 'high',
  'severity.medium': () => 'medium',
  'severity.low': () => 'low',
  headline: (p: {
    layer: string;
    verdict: string;
    observed: readonly string[];
  }) => `${p.layer}, ${p.verdict}: ${p.observed.join('; ')}`,
  'verdict.broken': () => 'broken now',
  'verdict.weak': () => 'weak by design',
  'verdict.not-visible': () => 'not visible',
  'reason.not-configured': () => reasonWords['not-configured'],
  'reason.not-collected': () => reasonWords['not-collected'],
  'reason.stale': () => reasonWords.stale,
  'reason.unauthorised': () => reasonWords.unauthorised,
  'reason.forbidden': () => reasonWords.forbidden,
  'reason.not-found': () => reasonWords['not-found'],
  'reason.timeout': () => reasonWords.timeout,
  'reason.refused': () => reasonWords.refused,
  'reason.unreachable': () => reasonWords.unreachable,
  'reason.tls': () => reasonWords.tls,
  'reason.throttled': () => reasonWords.throttled,
  'reason.server-error': () => reasonWords['server-error'],
  'reason.too-large': () => reasonWords['too-large'],
  'reason.too-many': () => reasonWords['too-many'],
  'reason.too-slow': () => reasonWords['too-slow'],
  'reason.invalid-response': () => reasonWords['invalid-response'],
  'reason.identity-changed': () => reasonWords['identity-changed'],
  'reason.not-exposed': () => reasonWords['not-exposed'],
  'reason.inconclusive': () => reasonWords.inconclusive,
  'absent.provider-managed': () => 'managed by the provider',
  'absent.not-installed': () => 'not installed',
  'absent.not-in-connection': () => 'not part of this connection',
  'absent.declared': () => 'declared in the configuration',
} as const;
