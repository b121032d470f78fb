/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Platform } from './clusterKinds';
import type { SomeSections } from './clusterSnapshot';
import { controlPlanePods } from './controlPlanePods';
import { PlatformMark, platformMarks } from './platformMarks';
import type { UnknownReason } from './signal';

/** Whose control plane a cluster has, with all that names a maker. @public */
export interface RecognisedPlatform {
  platform: Platform;
  /** What names a maker, also one that others contradict. */
  marks: PlatformMark[];
}

/** Where the nodes of a provider's own service run, by the scheme of their providerID. */
const ownMachines: Partial<Record<Platform, ReadonlySet<string>>> = {
  eks: new Set(['aws', 'eks-hybrid']),
  gke: new Set(['gce']),
  aks: new Set(['azure']),
};

/**
 * Whose control plane this is. A control plane that is seen, by its nodes or
 * its static pods, is the operator's, whatever the version says: EKS Anywhere
 * and GKE on VMware carry the suffixes of their makers. Where none is seen, the
 * maker that most marks name runs it, unless its machines are another's.
 * Nothing while what was seen decides nothing: then what was recognised before
 * stays.
 * @public
 */
export function recognisePlatform(
  signals: SomeSections,
): RecognisedPlatform | undefined {
  const marks = platformMarks(signals);
  const isOpenShift = marks.some(({ platform }) => platform === 'openshift');
  if (showsControlPlane(signals)) {
    return { platform: isOpenShift ? 'openshift' : 'self-managed', marks };
  }
  // Nodes that are silent for now may be of the control plane: what comes of it must not hide it.
  if (!isDecidedFor(signals.nodes)) return undefined;
  const maker = makerOf(marks);
  if (maker) {
    const platform = runsElsewhere(maker, signals) ? 'self-managed' : maker;
    return { platform, marks };
  }
  // Without one of them a provider that marks only it cannot be ruled out.
  return signals.version?.state === 'observed' &&
    signals.nodes?.state === 'observed'
    ? { platform: 'self-managed', marks }
    : undefined;
}

/** Reasons that stay as they are: a reader without rights never sees the nodes. */
const lasting: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'unauthorised',
  'forbidden',
  'not-exposed',
  'not-configured',
]);

/** Whether no more is to be expected of the nodes: they were read, or never will be. */
function isDecidedFor(nodes: SomeSections['nodes']): boolean {
  if (!nodes) return false;
  return nodes.state !== 'unknown' || lasting.has(nodes.reason);
}

/** Whether nodes of the control plane, or its static pods, are seen. */
function showsControlPlane({ nodes, pods }: SomeSections): boolean {
  return (
    (nodes?.state === 'observed' &&
      nodes.value.some(({ controlPlane }) => controlPlane)) ||
    (pods?.state === 'observed' && controlPlanePods(pods).length > 0)
  );
}

/** The maker that most marks name; a provider before OpenShift, which may run as its service. */
function makerOf(marks: readonly PlatformMark[]): Platform | undefined {
  const counts = new Map<Platform, number>();
  for (const { platform } of marks) {
    counts.set(platform, (counts.get(platform) ?? 0) + 1);
  }
  const openShift = counts.get('openshift');
  counts.delete('openshift');
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? (openShift ? 'openshift' : undefined);
}

/** Whether all nodes that name a provider name one on whose machines the maker runs no service of its own. */
function runsElsewhere(maker: Platform, { nodes }: SomeSections): boolean {
  const own = ownMachines[maker];
  if (!own || nodes?.state !== 'observed') return false;
  const providers = nodes.value.flatMap(({ provider }) => provider ?? []);
  return providers.length > 0 && !providers.some(provider => own.has(provider));
}
