/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { KubernetesClient } from '../kubernetes/client';
import type {
  KubernetesNode,
  KubernetesObject,
  Lease,
  Pod,
} from '../kubernetes/objects';
import { waitFor } from '../host/waitFor';
import { isMirror } from '../runner/mirrorPods';
import { readServerStats } from '../loadbalancer/stats';
import { Machine } from '../machine/machine';
import type { Profile } from '../profiles/profile';
import { type LabDescription, machinesOfRole } from '../state/description';

/** A condition of a healthy lab: undefined when it holds, else what is missing. */
type Condition = (
  context: HealthContext,
  by: keyof typeof heartbeatMs,
) => Promise<string | undefined>;

export interface HealthContext {
  lab: LabDescription;
  profile: Profile;
  client: KubernetesClient;
}

interface EndpointSlice extends KubernetesObject {
  endpoints: { addresses: string[] }[] | null;
}

interface Workload extends KubernetesObject {
  spec: { replicas?: number };
  status?: {
    readyReplicas?: number;
    desiredNumberScheduled?: number;
    numberReady?: number;
  };
}

/**
 * Kubelets renew their Lease every 10 s: a quarter of its 40 s. Whoever waits for a
 * healthy lab waits for younger ones than a look asks for: one that was just young
 * enough would be late at the next look.
 */
const heartbeatMs = { waitedFor: 15_000, lookedAt: 30_000 };

const conditions: Readonly<Record<string, Condition>> = {
  endpoint: async ({ client }) => {
    const answer = await client.request('GET', '/readyz');
    return answer.status === 200
      ? undefined
      : `/readyz of the endpoint answers ${answer.status}`;
  },

  nodes: async ({ lab, profile, client }) => {
    const expected =
      lab.workers.length +
      (profile.controlPlane.asNodes ? profile.controlPlane.machines.length : 0);
    const nodes = await client.list<KubernetesNode>('/api/v1/nodes');
    const unwell = nodes.filter(node => !isReady(node) || isTainted(node));
    if (nodes.length < expected) {
      return `${nodes.length} of ${expected} nodes are registered`;
    }
    return unwell.length > 0 ? `not ready: ${namesOf(unwell)}` : undefined;
  },

  apiServers: async ({ profile, client }) => {
    const slices = await client.list<EndpointSlice>(
      '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3Dkubernetes',
    );
    const seen = slices.flatMap(({ endpoints }) => endpoints ?? []).length;
    const expected = profile.controlPlane.machines.length;
    return seen === expected
      ? undefined
      : `${seen} of ${expected} API servers are in EndpointSlice "kubernetes"`;
  },

  leases: async ({ client }) => {
    const leases = await client.list<Lease>(
      '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases',
    );
    const stale = ['kube-controller-manager', 'kube-scheduler'].filter(name => {
      const lease = leases.find(({ metadata }) => metadata.name === name);
      const age = Date.now() - Date.parse(lease?.spec.renewTime ?? '');
      return !lease?.spec.holderIdentity || !(age < 15_000);
    });
    return stale.length > 0
      ? `no fresh leader lease of ${stale.join(', ')}`
      : undefined;
  },

  // A worker whose connection hangs since an outage is still Ready, and will not be in a moment.
  heartbeats: async ({ client }, by) => {
    const leases = await client.list<Lease>(
      '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases',
    );
    const late = leases.filter(
      ({ spec }) =>
        !(Date.now() - Date.parse(spec.renewTime ?? '') < heartbeatMs[by]),
    );
    return late.length > 0
      ? `no heartbeat lately: ${namesOf(late)}`
      : undefined;
  },

  mirrorPods: async ({ lab, profile, client }) => {
    const { asNodes, flavour } = profile.controlPlane;
    if (!asNodes || flavour !== 'kubeadm') {
      return undefined;
    }
    const pods = await client.list<Pod>('/api/v1/pods');
    const ready = pods.filter(pod => isMirror(pod) && isReady(pod)).length;
    // etcd, API server, controller-manager and scheduler on each machine.
    const expected = 4 * machinesOfRole(lab, 'control-plane').length;
    return ready >= expected
      ? undefined
      : `${ready} of ${expected} control-plane pods are ready`;
  },

  pods: async ({ client }) => {
    const pods = await client.list<Pod>('/api/v1/pods');
    const unwell = pods.filter(
      pod => pod.status?.phase === 'Running' && !isReady(pod),
    );
    return unwell.length > 0
      ? `running but not ready: ${namesOf(unwell)}`
      : undefined;
  },

  addOns: async ({ lab, profile, client }) => {
    if (lab.workers.length === 0) {
      return undefined;
    }
    const [deployments, daemonSets] = await Promise.all(
      ['deployments', 'daemonsets'].map(kind =>
        client.list<Workload>(`/apis/apps/v1/namespaces/kube-system/${kind}`),
      ),
    );
    const unwell = [
      ...deployments.filter(
        ({ spec, status }) =>
          (status?.readyReplicas ?? 0) < (spec.replicas ?? 1),
      ),
      ...daemonSets.filter(
        ({ status }) =>
          !status?.desiredNumberScheduled ||
          status.numberReady !== status.desiredNumberScheduled,
      ),
    ];
    // kubeadm installs CoreDNS and kube-proxy; elsewhere kube-proxy is no pod.
    const kubeProxy =
      profile.controlPlane.flavour === 'kubeadm' &&
      profile.maker?.kubeProxy !== false;
    const expected = kubeProxy ? 2 : 1;
    if (deployments.length + daemonSets.length < expected) {
      return 'DNS or kube-proxy is not installed yet';
    }
    return unwell.length > 0 ? `not ready: ${namesOf(unwell)}` : undefined;
  },

  virtualIp: async ({ lab }) => {
    const { virtualIp } = lab;
    if (!virtualIp) {
      return undefined;
    }
    const machines = machinesOfRole(lab, 'load-balancer').map(
      description => new Machine(lab, description),
    );
    const without = machines.filter(
      machine => machine.processes('keepalived').length === 0,
    );
    if (without.length > 0) {
      return `keepalived does not run on ${without
        .map(({ name }) => name)
        .join(', ')}`;
    }
    // The first has the highest priority and takes the address back: a lab is not at rest before.
    const [first] = machines;
    const holders = await holdersOf(virtualIp, machines);
    return holders.length === 1 && holders[0] === first.name
      ? undefined
      : `${virtualIp} is held by ${holders.join(' and ') || 'nobody'}, not by ${
          first.name
        } alone`;
  },

  loadBalancers: async ({ lab }) => {
    const expected = machinesOfRole(lab, 'control-plane').length;
    for (const { name, address } of machinesOfRole(lab, 'load-balancer')) {
      const servers = await readServerStats(address);
      const up = servers.filter(({ status }) => status === 'UP').length;
      if (up < expected) {
        return `${name} sees ${up} of ${expected} API servers up`;
      }
    }
    return undefined;
  },
};

/** Waits until the lab looks as a healthy cluster of its profile looks; the error says what does not. */
export async function waitUntilHealthy(
  context: HealthContext,
  timeoutMs: number,
): Promise<void> {
  await waitFor(
    async () => {
      const missing = await missingForHealth(context, 'waitedFor');
      return missing.length === 0
        ? { value: true }
        : { missing: missing.join('; ') };
    },
    { what: `lab ${context.lab.name} to be healthy`, timeoutMs, everyMs: 300 },
  );
}

/** What does not look as it should, one sentence each; empty for a healthy lab. */
export async function missingForHealth(
  context: HealthContext,
  by: keyof typeof heartbeatMs = 'lookedAt',
): Promise<string[]> {
  const results = await Promise.all(
    Object.values(conditions).map(condition =>
      condition(context, by).catch(
        error => `${error instanceof Error ? error.message : error}`,
      ),
    ),
  );
  return results.filter(result => result !== undefined);
}

async function holdersOf(
  address: string,
  machines: readonly Machine[],
): Promise<string[]> {
  const holds = await Promise.all(
    machines.map(async machine =>
      (
        await machine.run('ip', ['-o', '-4', 'address', 'show', 'dev', 'eth0'])
      ).includes(` ${address}/`),
    ),
  );
  return machines.filter((_, index) => holds[index]).map(({ name }) => name);
}

interface WithConditions extends KubernetesObject {
  status?: { conditions?: { type: string; status: string }[] };
}

function isReady({ status }: WithConditions): boolean {
  return (
    status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True'
  );
}

/** Whether the node-lifecycle controller still keeps pods away. */
function isTainted(node: KubernetesNode): boolean {
  return (node.spec?.taints ?? []).some(({ key }) =>
    /^node\.kubernetes\.io\/(unreachable|not-ready)$/.test(key),
  );
}

function namesOf(objects: readonly KubernetesObject[]): string {
  const names = objects.map(({ metadata }) => metadata.name);
  return names.length > 5
    ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`
    : names.join(', ');
}
