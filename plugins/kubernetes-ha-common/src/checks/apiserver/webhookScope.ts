/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LabelSelector,
  WebhookInfo,
} from '../../snapshot/sections/inventory';

/** What a cluster cannot do without, by API group. A webhook on these stands between the cluster and its life. */
const vitalResources: Readonly<Record<string, readonly string[]>> = {
  '': ['pods', 'nodes'],
  'coordination.k8s.io': ['leases'],
  'discovery.k8s.io': ['endpointslices'],
};

/** Subresources through which nodes report and pods are placed. */
const vitalSubresources: ReadonlySet<string> = new Set([
  'status',
  'binding',
  '*',
]);

/** The vital resources that a webhook is called for when they are written, in alphabetical order. */
export function vitalResourcesOf(webhook: WebhookInfo): string[] {
  const vital = new Set<string>();
  for (const { apiGroups, resources, operations } of webhook.rules) {
    // CONNECT alone (exec, attach) stops no pod and no node.
    if (!operations.some(operation => operation !== 'CONNECT')) continue;
    for (const [group, names] of Object.entries(vitalResources)) {
      if (!apiGroups.includes('*') && !apiGroups.includes(group)) continue;
      for (const name of names) {
        if (resources.some(pattern => covers(pattern, name))) vital.add(name);
      }
    }
  }
  return [...vital].sort();
}

/** Whether a rule's resource (`pods`, `pods/status`, `*`, `*` with a subresource) covers a resource or a vital part of it. */
function covers(pattern: string, resource: string): boolean {
  const [name, subresource] = pattern.split('/');
  if (name !== '*' && name !== resource) return false;
  return subresource === undefined || vitalSubresources.has(subresource);
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
  const requirements = requirementsOf(webhook.namespaceSelector).map(
    requirement => matches(requirement, namespace),
  );
  if (requirements.includes(false)) return 'excluded';
  const chooses =
    requirementsOf(webhook.objectSelector).length > 0 ||
    webhook.matchConditions > 0;
  return chooses || requirements.includes(undefined) ? 'untold' : 'included';
}

interface Requirement {
  key: string;
  operator: string;
  values?: string[];
}

function requirementsOf(selector: LabelSelector | undefined): Requirement[] {
  return [
    ...Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...(selector?.matchExpressions ?? []),
  ];
}

/** Whether a requirement holds for the namespace; undefined when its label is not known. */
function matches(
  { key, operator, values = [] }: Requirement,
  namespace: string,
): boolean | undefined {
  if (key !== 'kubernetes.io/metadata.name') return undefined;
  if (operator === 'In') return values.includes(namespace);
  if (operator === 'NotIn') return !values.includes(namespace);
  return operator === 'Exists';
}
