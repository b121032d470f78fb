/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';
import type { FaultArguments } from '../src';
import type { Wanted } from './expectation';

/** Another maker's plane and what the product must say of it when all is well. */
export interface MakerCase {
  profile: string;
  /** Ends "a plane …". */
  like: string;
  platform: ClusterFacts['platform'];
  /** Every check that does not pass, with its status and reason. */
  belowPass: Readonly<Record<string, string>>;
  /** A loss that must be seen here as anywhere. */
  fault?: {
    title: string;
    name: string;
    args: FaultArguments;
    wanted: Wanted;
    /** Looks within which it is seen. */
    looks: number;
  };
}

/** What the lab's planes have in common: kube-apiserver's own defaults, and nothing to look at for three checks. */
const everywhere = {
  'apiserver-graceful-shutdown': 'warn',
  'apiserver-goaway-chance': 'warn',
  // Neither an aggregated API nor a webhook nor a disruption budget is installed.
  'apiserver-aggregated-apis': 'not-applicable',
  'webhook-callable': 'not-applicable',
  'pdb-blocks-eviction': 'not-applicable',
};

/** Another etcd than kubeadm's would have to be told to compare hashes at compaction. */
const kubeadmEtcd = { 'etcd-corruption-checks-on': 'warn' };

/** Without static pods, flags and the state of components are nobody's to show. */
const noStaticPods = {
  'etcd-corruption-checks-on': 'unknown (not-exposed)',
  'etcd-request-limit': 'unknown (not-exposed)',
  'leader-candidates': 'unknown (not-exposed)',
  'kcm-up': 'unknown (not-exposed)',
  'scheduler-up': 'unknown (not-exposed)',
  'leader-elect-flags': 'unknown (not-exposed)',
  'node-failover-time': 'unknown (not-exposed)',
};

/** What the provider of a managed control plane answers for. */
const providersBusiness = [
  ...['readyz-each', 'etcd-path', 'apf-rejections', 'terminated-requests'].map(
    name => `apiserver-${name}`,
  ),
  ...['cache-consistency', 'inflight-config', 'graceful-shutdown'].map(
    name => `apiserver-${name}`,
  ),
  ...['endpoint-reconciler', 'goaway-chance'].map(name => `apiserver-${name}`),
  ...['member-count', 'quorum-fault-tolerance', 'membership-agreement'].map(
    name => `etcd-${name}`,
  ),
  ...['has-leader', 'member-health', 'learner-stuck', 'leader-changes'].map(
    name => `etcd-${name}`,
  ),
  ...['alarms', 'db-quota', 'db-growth', 'quota-config', 'fragmentation'].map(
    name => `etcd-${name}`,
  ),
  ...['fsync-p99', 'commit-p99', 'raft-lag', 'hash-consistency'].map(
    name => `etcd-${name}`,
  ),
  ...['corruption-checks-on', 'version', 'zone-spread', 'compaction'].map(
    name => `etcd-${name}`,
  ),
  ...['host-colocation', 'cert-expiry', 'request-limit'].map(
    name => `etcd-${name}`,
  ),
  ...['leader-candidates', 'kcm-up', 'scheduler-up', 'leader-elect-flags'],
  ...['leader-colocation', 'node-failover-time', 'node-controlplane-isolation'],
  ...['backends-up', 'redundancy', 'membership', 'l7-healthcheck'].map(
    name => `lb-${name}`,
  ),
  ...['flapping', 'errors', 'saturation'].map(name => `lb-${name}`),
  'topology-cp-zone-spread',
];

const lostMember = (machine: string): MakerCase['fault'] => ({
  title: 'a stopped etcd member',
  name: 'stop-etcd',
  args: { machine },
  wanted: { 'etcd-quorum-fault-tolerance': ['fail'] },
  looks: 4,
});

export const makers: readonly MakerCase[] = [
  {
    profile: 'k3s-like',
    like: 'like k3s',
    platform: 'self-managed',
    belowPass: {
      ...everywhere,
      ...noStaticPods,
      // k3s has kube-proxy in its own process.
      'kubeproxy-mode': 'unknown (not-found)',
      // Kubelets sign their own certificates here, which nobody can believe.
      'node-status-frequency': 'unknown (tls)',
      'node-graceful-shutdown': 'unknown (tls)',
      // No ConfigMap of kubeadm says how the API is reached.
      'lb-endpoint-not-a-node': 'unknown (not-exposed)',
    },
    fault: lostMember('server-2'),
  },
  {
    profile: 'openshift-like',
    like: 'like OpenShift',
    platform: 'openshift',
    belowPass: {
      ...everywhere,
      ...kubeadmEtcd,
      'kubeproxy-mode': 'unknown (not-found)',
    },
    fault: lostMember('cp-b'),
  },
  {
    profile: 'aws-names',
    like: 'whose Nodes are named otherwise than their machines',
    platform: 'self-managed',
    belowPass: { ...everywhere, ...kubeadmEtcd },
    fault: {
      title: 'a stopped API server',
      name: 'stop-apiserver',
      args: { machine: 'ip-10-0-2-11' },
      wanted: { 'apiserver-readyz-each': ['warn', 'fail'] },
      // Silence alone says nothing: its identity Lease must be 30 s old too.
      looks: 10,
    },
  },
  {
    profile: 'managed-view',
    like: 'that a provider runs',
    platform: 'eks',
    belowPass: {
      'apiserver-aggregated-apis': 'not-applicable',
      'webhook-callable': 'not-applicable',
      'pdb-blocks-eviction': 'not-applicable',
      ...Object.fromEntries(
        providersBusiness.map(id => [id, 'not-applicable']),
      ),
    },
  },
];
