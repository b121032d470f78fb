/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** The details of signals: why something could not be read, or is absent. */
export const details = {
  'detail.provider-api-servers': (p: { platform: string }) =>
    `the provider (${p.platform}) runs the API servers behind one endpoint`,
  'detail.no-single-api-server': () =>
    'this connection goes through a proxy and reaches no single API server; use a kubeconfig or serviceAccount connection',
  'detail.too-many-api-servers': (p: { instances: number; bound: number }) =>
    `${p.instances} addresses of API servers are named by EndpointSlices, identity Leases, mirror pods and configuration; the bound is ${p.bound}. Delete those that no API server has`,
  'detail.no-api-server-named': () =>
    'no EndpointSlice, identity Lease, mirror pod or configuration names an API server',
  'detail.no-machine-in-slice': (p: { host: string }) =>
    `the EndpointSlice of default/kubernetes names no API server; not probed, because it is not the IP address of a machine: ${p.host}`,
  'detail.no-api-server-metrics': () =>
    'the page has no metrics of an API server',
  'detail.not-probed': (p: { detail: string }) =>
    `not probed, because it did not respond: ${p.detail}`,
  'detail.no-direct-route': () =>
    'this connection has no direct route for a TLS handshake',
  'detail.no-voter-responded': () => 'no voter responded',
  'detail.too-many-etcd-members': (p: {
    from: string;
    members: number;
    bound: number;
  }) =>
    `${p.from} lists ${p.members} members; the bound is ${p.bound}. Check that this address is an etcd of this cluster`,
  'detail.different-etcd-clusters': (p: {
    clusters: number;
    endpoints: readonly string[];
  }) =>
    `the configured endpoints belong to ${
      p.clusters
    } different etcd clusters (${p.endpoints.join(
      ', ',
    )}); configure the endpoints of one cluster`,
  'detail.no-member-responded': (p: {
    endpoints: readonly string[];
    detail: string;
  }) => `no member responded: ${p.endpoints.join(', ')}; ${p.detail}`,
  'detail.etcd-declared-managed': () =>
    'declared in the configuration (etcd: managed): the provider runs etcd',
  'detail.etcd-provider-managed': (p: { platform: string }) =>
    `on ${p.platform} the provider runs etcd and does not expose it`,
  'detail.etcd-not-configured': (p: { cluster: string }) =>
    `the configuration of ${p.cluster} names no etcd members: set etcd.endpoints, etcd.caFile, etcd.certFile and etcd.keyFile of the cluster, or etcd: managed if a provider runs it`,
  'detail.compacted-between-hashes': (p: { times: number }) =>
    `etcd compacted between the hashes of its members, ${p.times} times`,
  'detail.served-without-tls': (p: { address: string }) =>
    `${p.address} is served without TLS; expected https`,
  'detail.only-learners-responded': () =>
    'only learners responded, and a learner does not serve the member list; add the endpoint of a voter',
  'detail.no-leader-known': () => 'no member knows a leader',
  'detail.no-etcd-metrics': () => 'the page has no metrics of etcd',
  'detail.member-not-started': () =>
    'the member has been added but has not started yet',
  'detail.no-client-url': (p: { member: string; urls: readonly string[] }) =>
    `no address to probe ${p.member}: it announces ${
      p.urls.join(', ') || 'no client URL'
    }; add its endpoint to etcd.endpoints`,
  'detail.too-many-client-urls': (p: {
    member: string;
    urls: number;
    bound: number;
  }) =>
    `no address to probe ${p.member}: it announces ${p.urls} client URLs; the bound is ${p.bound}. Set --advertise-client-urls to the addresses that clients use, or add its endpoint to etcd.endpoints`,
  'detail.client-urls-not-http': (p: {
    member: string;
    urls: readonly string[];
  }) =>
    `no address to probe ${
      p.member
    }: its client URLs are not http or https (${p.urls.join(
      ', ',
    )}) and were ignored. Set --advertise-client-urls to an address that other machines reach, or add its endpoint to etcd.endpoints`,
  'detail.module-reads-section': () =>
    'the source of a module reads this section',
  'detail.api-not-served': (p: { groupVersion: string }) =>
    `the API server does not serve ${p.groupVersion}`,
  'detail.served-apis-unread': (p: { detail: string; discovery: string }) =>
    `${p.detail}; and the list of served APIs could not be read: ${p.discovery}`,
  'detail.no-config-map': (p: { names: readonly string[] }) =>
    `there is no ConfigMap ${p.names.join(' or ')}`,
  'detail.node-without-machine-address': (p: { address: string }) =>
    `not probed, because the Node names no IP address and port of a machine: ${p.address}`,
  'detail.no-kubelet-port': () =>
    'the node has no kubelet port (status.daemonEndpoints) or address',
  'detail.virtual-node': () => 'a virtual node, which has no kubelet',
  'detail.kubelet-own-certificate': (p: { detail: string }) =>
    `${p.detail}. A kubelet signs its own certificate unless serverTLSBootstrap is on; the token is not sent to a kubelet that cannot prove its identity`,
  'detail.kubelet-webhook-authentication': (p: { detail: string }) =>
    `${p.detail}. The kubelet must accept webhook authentication (authentication.webhook.enabled)`,
  'detail.kubelet-configz-right': (p: { detail: string }) =>
    `${p.detail}. The reader needs get on nodes/configz (Kubernetes 1.33 or newer)`,
  'detail.kubelet-needs-proxy': () =>
    'this connection goes through a proxy; the configuration of a kubelet would need nodes/proxy there, which grants exec as well and is never requested',
  'detail.nodes-not-collected': () => 'the nodes have not been collected yet',
  'detail.kubelets-in-turn': (p: { kubelets: number }) =>
    `kubelets are queried in turn, ${p.kubelets} per collection`,
  'detail.lease-list-expired': () =>
    'the list expired twice while it was read (HTTP 410): it changes faster than it can be read',
  'detail.no-date-header': () =>
    'the response has no Date header, so the ages of the Leases cannot be determined by the clock of the server',
  'detail.too-many-leases': (p: {
    leases: number;
    pages: number;
    leaseBound: number;
    pageBound: number;
  }) =>
    `${p.leases} Leases on ${p.pages} pages and more to come; the bounds are ${p.leaseBound} and ${p.pageBound}. Delete Leases that are no longer renewed, or check that the address is that of an API server`,
  'detail.bad-continue-token': () =>
    'the continue token of the list repeats, is too long, or is not valid text: the rest of the list cannot be requested',
  'detail.endpoint-not-reachable': () =>
    'this connection reaches the API by its own address only, not by apiServer.endpoint',
  'detail.kube-vip-no-statistics': () =>
    'kube-vip has no statistics of servers; its pod is Ready',
  'detail.kube-vip-pod-not-ready': (p: { pod: string }) =>
    `the pod ${p.pod} is not Ready`,
  'detail.lb-declared-provider': () =>
    'declared in the configuration (loadBalancer.kind: provider): the provider runs it',
  'detail.lb-declared-none': () =>
    'declared in the configuration (loadBalancer.kind: none): there is none',
  'detail.lb-provider-managed': (p: { platform: string }) =>
    `on ${p.platform} the provider runs the load balancer`,
  'detail.kube-vip-unread': (p: { section: string; detail: string }) =>
    `kube-vip is found by its pods and its Lease, and the ${p.section} are unknown: ${p.detail}`,
  'detail.lb-not-configured': (p: { cluster: string; searched: string }) =>
    `the configuration of ${p.cluster} names no load balancer: set loadBalancer.kind of the cluster to haproxy (with loadBalancer.haproxy), kube-vip, provider or none; not found: ${p.searched}`,
  'detail.source-timeout': (p: { source: string; milliseconds: number }) =>
    `the source ${p.source} did not finish within ${p.milliseconds} ms`,
  'detail.source-stopped': (p: { source: string }) =>
    `the collection was stopped before the source ${p.source} finished`,
  'detail.source-crashed': (p: { source: string; detail: string }) =>
    `the source ${p.source} failed on what it read: ${p.detail}`,
  'detail.source-no-signal': (p: { source: string }) =>
    `the source ${p.source} gave no signal for this section`,
  'detail.identity-timeout': () =>
    'the cluster did not report its identity before the deadline',
  'detail.connection-failed': (p: { detail: string }) =>
    `the connection failed: ${p.detail}`,
  'detail.no-source-collected': () => 'no source has collected it yet',
  'detail.older-snapshot': () =>
    'the version that took this snapshot did not collect it',
  'detail.stale-signal': (p: { ageSeconds: number; limitSeconds: number }) =>
    `last observed ${p.ageSeconds} s ago; data older than ${p.limitSeconds} s is stale`,
  'detail.observed-in-future': (p: { observedAt: string }) =>
    `observed at ${p.observedAt}, which is in the future: check the clocks of the machines of the backend`,
  'detail.no-static-pod': (p: { component: string }) =>
    `no static pod of ${p.component} is visible`,
  'detail.deadline': () => 'no response before the deadline',
  'detail.unexpected-shape': () =>
    'the response does not have the expected shape',
  'detail.not-json': () => 'the response is not valid JSON',
} as const;
