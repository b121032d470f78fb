/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { UnknownReason } from '../../snapshot/signal';
import { count, list, round } from '../format';
import { reasonWords } from './common';

/** What the loadBalancer checks say. */
export const loadBalancer = {
  'lb.no-haproxy.observed': () => 'there is no HAProxy before this API',
  'lb.none-configured.observed': () =>
    'no HAProxy is configured for this cluster, and no pod of kube-vip on the host network is found in any namespace',
  'lb.none-configured.required': () =>
    'the statistics address of every load balancer',
  'lb.none-configured.unblocks': () =>
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
    )} can be told to be that of the API servers`,
  'lb.unread.required': () =>
    'the statistics of every load balancer that is up',

  'lb-endpoint-not-a-node.title': () => 'The API has an address of its own',
  'lb-endpoint-not-a-node.observed': (p: { hosts: readonly string[] }) =>
    `the API is reached at ${list(p.hosts)}, no node's address`,
  'lb-endpoint-not-a-node.node': (p: {
    from: string;
    host: string;
    node: string;
  }) =>
    `${p.from} points at ${p.host}, which is node ${p.node}: lost with that node`,
  'lb-endpoint-not-a-node.maybe-vip': (p: {
    from: string;
    host: string;
    node: string;
  }) =>
    `${p.from} points at ${p.host}, a further address of node ${p.node}, which runs kube-vip: no Lease shows whether it is the virtual IP`,
  'lb-endpoint-not-a-node.empty': (p: { controlPlaneNodes: number }) =>
    `kubeadm-config has no controlPlaneEndpoint, with ${p.controlPlaneNodes} control-plane nodes`,
  'lb-endpoint-not-a-node.local': () =>
    'clients use a proxy on their own node (a loopback address)',
  'lb-endpoint-not-a-node.unread': (p: { detail: string }) =>
    `no configuration shows how the API is reached${
      p.detail ? `: ${p.detail}` : ''
    }`,
  'lb-endpoint-not-a-node.required': () =>
    'a load-balanced name or a virtual IP, no address of a control-plane node',
  'lb-endpoint-not-a-node.unblocks': () =>
    'put a load balancer or a virtual IP before the API, set controlPlaneEndpoint to it, renew kubeconfigs and server certificates',

  'lb-vip-reachable.title': () => 'Load-balanced path to the API',
  'lb-vip-reachable.observed': (p: {
    url: string;
    attempts: number;
    latencyMs: number;
  }) =>
    `${p.url} answers, ${p.attempts} of ${p.attempts} times, in ${round(
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
        ? `${p.url} has not been tried`
        : `${p.url} failed ${p.failed} of ${p.attempts} times${
            p.detail ? ` (${p.detail})` : ''
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
    `/readyz answers 200 every time, in less than ${p.slowMs} ms`,
  'lb-vip-reachable.unblocks': () =>
    'the API servers answer: look at the load balancers, who holds the virtual IP, and the name that leads to it',
  'lb-vip-reachable.unblocks-behind': () =>
    'look at the API servers first, then at the load balancers and the network between',
  'lb-vip-reachable.unblocks-trust': () =>
    'compare the CA and the name in the connection with the certificate that is presented',
  'lb-vip-reachable.unblocks-slow': () =>
    'compare with the latency at the API servers themselves: the difference is the path',

  'lb-redundancy.title': () => 'More than one load balancer',
  'lb-redundancy.observed': (p: {
    answering: readonly string[];
    instances: number;
    machines: number;
    lost: readonly string[];
    unclear: readonly string[];
    holder?: string;
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
        : 'who holds a virtual IP is not observed',
    ]
      .filter(Boolean)
      .join('; '),
  'lb-redundancy.one-configured': (p: { instances: readonly string[] }) =>
    `only ${list(
      p.instances,
    )} is configured here; whether there is another cannot be seen`,
  'lb-redundancy.no-lease': (p: { instances: readonly string[] }) =>
    `kube-vip runs as ${list(
      p.instances,
    )}, and no Lease of its control-plane mode is found in kube-system: it may serve Services only, advertise by BGP without a Lease, or keep its Lease in another namespace, which is not read`,
  'lb-redundancy.unblocks-lease': () =>
    'let kube-vip keep its control-plane Lease in kube-system (cp_namespace); with BGP, compare the routes at the routers',
  'lb-redundancy.unblocks-add': () =>
    'run kube-vip on every control-plane node',
  'lb-redundancy.required': (p: { minimum: number }) =>
    `at least ${p.minimum} load balancers up, each on a machine of its own`,
  'lb-redundancy.unblocks': (p: { instances: readonly string[] }) =>
    p.instances.length > 0
      ? `bring back ${list(p.instances)}, and see that the virtual IP moves`
      : 'put the load balancers on different machines',
} as const;
