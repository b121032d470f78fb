/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import { derivedFrom } from '../../snapshot/derivedFrom';
import type { PodInfo } from '../../snapshot/sections/inventory';

/**
 * Where the configuration of kube-proxy is, while no ConfigMap has it:
 *
 * - `replaced`: a network plug-in does its work, and it does not run
 * - `flags`: it runs and is configured by flags or by another object
 * - `embedded`: it runs inside the process of the distribution
 * - `hidden`: nothing that can be seen tells
 */
export type UnseenProxy =
  | { state: 'replaced'; by: string }
  | { state: 'flags' | 'embedded' | 'hidden' };

/** DaemonSets of network plug-ins that serve Services themselves, so that a cluster without kube-proxy works. */
const replacements: ReadonlySet<string> = new Set([
  // Cilium (kubeProxyReplacement), also as GKE's Dataplane V2.
  'cilium',
  'anetd',
  // OVN-Kubernetes, the default of OpenShift.
  'ovnkube-node',
  'kube-router',
]);

const holdKubeProxy = derivedFrom((pods: readonly PodInfo[]) =>
  pods.some(
    ({ name, app, mirror }) =>
      app === 'kube-proxy' || (mirror && name.startsWith('kube-proxy-')),
  ),
);

/**
 * Looks for kube-proxy itself before it takes a plug-in for its replacement:
 * Cilium and kube-router run beside it as well. k3s runs it inside its own
 * process, where nobody sees it; its nodes say so in their versions.
 */
export function unseenProxy({
  daemonSets,
  pods,
  version,
}: Readonly<Pick<Sections, 'daemonSets' | 'pods' | 'version'>>): UnseenProxy {
  const sets = daemonSets.state === 'observed' ? daemonSets.value : [];
  const running =
    sets.some(({ name }) => /^(sdn|kube-proxy)/.test(name)) ||
    (pods.state === 'observed' && holdKubeProxy(pods));
  if (running) return { state: 'flags' };
  if (version.state === 'observed' && /\+k3s/.test(version.value.gitVersion)) {
    return { state: 'embedded' };
  }
  const by = sets.find(({ name }) => replacements.has(name));
  // Without the pods, a static pod of kube-proxy may be among them.
  return by && pods.state === 'observed'
    ? { state: 'replaced', by: `${by.namespace}/${by.name}` }
    : { state: 'hidden' };
}
