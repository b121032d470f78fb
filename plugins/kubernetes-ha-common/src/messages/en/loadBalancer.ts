/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { UnknownReason } from '../../snapshot/signal';
import { count, list, round } from '../format';
import { reasonWord, reasonWords } from './common';

/** `timeout, connect ETIMEDOUT` with the reason in words. */
const withReasonWord = (detail: string) =>
  detail.replace(/^[a-z-]+(?=,|$)/, reasonWord);

/** What the loadBalancer checks say. */
export const loadBalancer = {
  'lb.no-haproxy.observed': () => 'there is no HAProxy in front of this API',
  'lb.none-configured.observed': () =>
    'no HAProxy is configured for this cluster, and no pod of kube-vip on the host network is found in any namespace',
  'lb.none-configured.required': () =>
    'the statistics address of every load balancer',
  'lb.none-configured.fix': () =>
    'add the statistics address of each load balancer to the configuration of this cluster',
  'lb.unread.observed': (p: {
    instances: readonly string[];
    reason: UnknownReason;
    detail: string;
  }) =>
    `no statistics from ${list(p.instances)} (${reasonWords[p.reason]}): ${
      p.detail
    }`,
  'lb.no-pool.observed': (p: { instances: readonly string[] }) =>
    `no backend of ${list(
      p.instances,
    )} can be identified as that of the API servers`,
  'lb.unread.required': () =>
    'the statistics of every load balancer that is up',

  'lb-endpoint-not-a-node.title': () => 'API endpoint address',
  'lb-endpoint-not-a-node.observed': (p: { hosts: readonly string[] }) =>
    `the API is reached at ${list(
      p.hosts,
    )}, which is not the address of a node`,
  'lb-endpoint-not-a-node.node': (p: {
    from: string;
    host: string;
    node: string;
  }) =>
    `${p.from} points to ${p.host}, which is node ${p.node}: the endpoint is lost with that node`,
  'lb-endpoint-not-a-node.maybe-vip': (p: {
    from: string;
    host: string;
    node: string;
  }) =>
    `${p.from} points to ${p.host}, a further address of node ${p.node}, which runs kube-vip: no Lease shows whether it is the virtual IP`,
  'lb-endpoint-not-a-node.empty': (p: { controlPlaneNodes: number }) =>
    `kubeadm-config has no controlPlaneEndpoint, with ${p.controlPlaneNodes} control-plane nodes`,
  'lb-endpoint-not-a-node.local': () =>
    'clients use a proxy on their own node (a loopback address)',
  'lb-endpoint-not-a-node.unread': (p: { detail: string }) =>
    `no configuration shows at which address the API is reached${
      p.detail ? `: ${p.detail}` : ''
    }`,
  'lb-endpoint-not-a-node.required': () =>
    'a load-balanced name or a virtual IP, not the address of a control-plane node',
  'lb-endpoint-not-a-node.fix': () =>
    'put a load balancer or a virtual IP in front of the API servers, set controlPlaneEndpoint to it, renew kubeconfigs and server certificates',

  'lb-vip-reachable.title': () => 'Load-balanced path to the API',
  'lb-vip-reachable.observed': (p: {
    url: string;
    attempts: number;
    latencyMs: number;
  }) =>
    `${p.url} responds to ${p.attempts} of ${p.attempts} probes in ${round(
      p.latencyMs,
      0,
    )} ms`,
  'lb-vip-reachable.failing': (p: {
    url: string;
    failed: number;
    attempts: number;
    detail: string;
    answering: number;
    instances: number;
  }) =>
    [
      p.attempts === 0
        ? `${p.url} has not been probed yet`
        : `${p.url} failed ${p.failed} of ${p.attempts} probes${
            p.detail ? ` (${withReasonWord(p.detail)})` : ''
          }`,
      p.instances > 0
        ? `${p.answering} of ${count(
            p.instances,
            'API server',
          )} ready at their own addresses`
        : '',
    ]
      .filter(Boolean)
      .join('; '),
  'lb-vip-reachable.required': (p: { slowMs: number }) =>
    `/readyz returns 200 to every probe, in less than ${p.slowMs} ms`,
  'lb-vip-reachable.fix': () =>
    'the API servers respond at their own addresses: check the load balancers, the holder of the virtual IP and the DNS name that resolves to it',
  'lb-vip-reachable.fix-behind': () =>
    'check the API servers first, then the load balancers and the network between them',
  'lb-vip-reachable.fix-trust': () =>
    'compare the CA and the server name of the connection with the certificate that this address presents',
  'lb-vip-reachable.fix-slow': () =>
    'compare with the latency at the addresses of the API servers: the difference is added by the load-balanced path',

  'lb-redundancy.title': () => 'Load balancer redundancy',
  'lb-redundancy.observed': (p: {
    answering: readonly string[];
    instances: number;
    machines: number;
    lost: readonly string[];
    unclear: readonly string[];
    holder?: string;
    /** What was observed at each address, the error itself. */
    errors?: readonly string[];
  }) =>
    [
      `${p.answering.length} of ${count(p.instances, 'load balancer')} up${
        p.machines < p.answering.length
          ? ` on ${count(p.machines, 'machine')}`
          : ''
      }`,
      p.lost.length > 0 ? `lost: ${list(p.lost)}` : '',
      p.unclear.length > 0 ? `not readable: ${list(p.unclear)}` : '',
      p.holder
        ? `the Lease of the virtual IP is held by ${p.holder}`
        : 'the holder of a virtual IP is not observed',
      p.errors && p.errors.length > 0 ? list(p.errors) : '',
    ]
      .filter(Boolean)
      .join('; '),
  'lb-redundancy.one-configured': (p: { instances: readonly string[] }) =>
    `only ${list(
      p.instances,
    )} is configured; whether there is another is not visible`,
  'lb-redundancy.no-lease': (p: { instances: readonly string[] }) =>
    `kube-vip runs as ${list(
      p.instances,
    )}, and no Lease of its control-plane mode is found in kube-system: it may serve Services only, advertise by BGP without a Lease, or keep its Lease in another namespace, which is not read`,
  'lb-redundancy.fix-lease': () =>
    'let kube-vip keep its control-plane Lease in kube-system (cp_namespace); with BGP, compare the routes at the routers',
  'lb-redundancy.fix-add': () => 'run kube-vip on every control-plane node',
  'lb-redundancy.required': (p: { minimum: number }) =>
    `at least ${p.minimum} load balancers up, each on a machine of its own`,
  'lb-redundancy.fix': (p: { instances: readonly string[] }) =>
    p.instances.length > 0
      ? `bring back ${list(
          p.instances,
        )}, and check that the virtual IP moves between them`
      : 'put the load balancers on different machines',
} as const;
