/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { WebhookInfo } from '../../snapshot/sections/inventory';
import {
  isOptIn,
  meets,
  Requirement,
  requirementsOf,
  requirementText,
} from '../labelSelectors';

/** The label by which every namespace bears its own name. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

const isByName = ({ key }: Requirement) => key === NAME_LABEL;

/** A resource that a cluster cannot do without, and the writes of it that keep the cluster going. */
interface VitalResource {
  group: string;
  name: string;
  /** In no namespace. */
  clusterScoped?: boolean;
  /** Operations by subresource; the empty one is the object itself. */
  writes: Readonly<Record<string, readonly string[]>>;
}

/** A webhook on these stands between the cluster and its life. */
const vitalResources: readonly VitalResource[] = [
  {
    group: 'discovery.k8s.io',
    name: 'endpointslices',
    writes: { '': ['CREATE', 'UPDATE'] },
  },
  {
    group: 'coordination.k8s.io',
    name: 'leases',
    writes: { '': ['CREATE', 'UPDATE'] },
  },
  {
    group: '',
    name: 'nodes',
    clusterScoped: true,
    writes: { '': ['CREATE', 'UPDATE'], status: ['UPDATE'] },
  },
  {
    group: '',
    name: 'pods',
    // Placed by the scheduler, reported on by the kubelet.
    writes: { '': ['CREATE'], binding: ['CREATE'], status: ['UPDATE'] },
  },
];

/** What of the cluster itself stops when a webhook fails closed. */
export type Stopped = 'kube-system' | 'own-backend' | 'nodes';

/** What a fail-closed webhook stands before. */
export interface WebhookReach {
  /** Vital resources it is called for when they change, deletion included, in alphabetical order. */
  guards: string[];
  /** What it can stop; empty for one that can stop no part of the cluster itself. */
  stops: Stopped[];
  /** What chooses the requests, as kubectl writes selectors, for the reader. */
  scope: string[];
}

/**
 * What a webhook is called for. Of a namespace only the name is known, as the
 * label that every namespace bears. A selector that asks for another label
 * chooses what somebody has labelled, which the namespaces of the cluster are
 * not by themselves; one that excludes by another label leaves them in.
 * Match conditions (CEL) are not evaluated: they may leave out any of this.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules
 */
export function reachOf(webhook: WebhookInfo): WebhookReach {
  const guards = new Set<string>();
  const vital = new Set<VitalResource>();
  for (const rule of webhook.rules) {
    for (const resource of vitalResources) {
      if (!isInScope(rule.scope, resource)) continue;
      if (![resource.group, '*'].some(group => rule.apiGroups.includes(group)))
        continue;
      for (const [subresource, writes] of Object.entries(resource.writes)) {
        if (!rule.resources.some(p => covers(p, resource.name, subresource)))
          continue;
        const called = (operations: readonly string[]) =>
          ['*', ...operations].some(operation =>
            rule.operations.includes(operation),
          );
        // CONNECT alone (exec, attach) stops no pod and no node.
        if (called(['CREATE', 'UPDATE', 'DELETE'])) guards.add(resource.name);
        if (called(writes)) vital.add(resource);
      }
    }
  }
  return {
    guards: [...guards].sort(),
    stops: stoppedBy(webhook, vital),
    scope: scopeOf(webhook),
  };
}

function stoppedBy(
  webhook: WebhookInfo,
  vital: ReadonlySet<VitalResource>,
): Stopped[] {
  const names = [...vital].map(({ name }) => name);
  const objects = requirementsOf(webhook.objectSelector);
  if (objects.some(isOptIn) || names.length === 0) return [];
  const isNamespaced = [...vital].some(({ clusterScoped }) => !clusterScoped);
  const reaches = (namespace: string) =>
    excludesNamespace(webhook, namespace) !== 'excluded' &&
    !namespaceRequirements(webhook).some(
      requirement => !isByName(requirement) && isOptIn(requirement),
    );
  const stops: Stopped[] = [];
  if (isNamespaced && reaches('kube-system')) stops.push('kube-system');
  if (
    names.includes('nodes') ||
    (names.includes('leases') && reaches('kube-node-lease'))
  ) {
    stops.push('nodes');
  }
  const own = webhook.service?.namespace;
  // Its own pods may bear what the object selector leaves out.
  if (
    own !== undefined &&
    names.includes('pods') &&
    objects.length === 0 &&
    reaches(own)
  ) {
    stops.push('own-backend');
  }
  return stops;
}

function isInScope(
  scope: string | undefined,
  { clusterScoped = false }: VitalResource,
): boolean {
  if (scope === 'Cluster') return clusterScoped;
  return scope !== 'Namespaced' || !clusterScoped;
}

/**
 * Whether a rule's resource covers a resource or a part of it: `pods` and `*`
 * are the object alone, `pods/*` its subresources, and the two asterisks everything.
 */
function covers(
  pattern: string,
  resource: string,
  subresource: string,
): boolean {
  if (pattern === '*/*') return true;
  const [name, part = ''] = pattern.split('/');
  if (name !== '*' && name !== resource) return false;
  return part === subresource || (part === '*' && subresource !== '');
}

/**
 * Whether a webhook leaves out a namespace. Of a namespace only the name is
 * known, as the label that every namespace bears; a selector on other labels
 * is `untold`, and so is a webhook that chooses by object or by condition.
 * Source: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name
 */
export function excludesNamespace(
  webhook: WebhookInfo,
  namespace: string,
): 'excluded' | 'included' | 'untold' {
  const requirements = namespaceRequirements(webhook);
  const labels = { [NAME_LABEL]: namespace };
  if (requirements.some(own => isByName(own) && !meets(own, labels))) {
    return 'excluded';
  }
  const chooses =
    requirementsOf(webhook.objectSelector).length > 0 ||
    webhook.matchConditions > 0;
  return chooses || !requirements.every(isByName) ? 'untold' : 'included';
}

function namespaceRequirements(webhook: WebhookInfo): Requirement[] {
  return requirementsOf(webhook.namespaceSelector);
}

function scopeOf(webhook: WebhookInfo): string[] {
  const operations = [
    ...new Set(webhook.rules.flatMap(rule => rule.operations)),
  ].sort();
  const selector = (name: string, requirements: readonly Requirement[]) =>
    requirements.length > 0
      ? [`${name} ${requirements.map(requirementText).join(',')}`]
      : [];
  return [
    ...(operations.includes('*') ? [] : [operations.join(', ')]),
    ...selector('namespaceSelector', namespaceRequirements(webhook)),
    ...selector('objectSelector', requirementsOf(webhook.objectSelector)),
  ].filter(Boolean);
}
