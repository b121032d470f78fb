/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { providerManaged } from '../apiserver/providerManaged';
import { defineCheck } from '../check';
import { hostPort, isLoopback } from '../hostPort';
import { isHostOf } from '../nodes/nodeAddresses';
import { fail, notApplicable, pass, unknown } from '../outcome';

/**
 * Whether clients and nodes reach the API by an address of its own: one that
 * is a control-plane node's is lost with that node.
 * Source: kubernetes/kubeadm docs/ha-considerations.md. @public
 */
export const lbEndpointNotANode = defineCheck({
  id: 'lb-endpoint-not-a-node',
  layer: 'loadbalancer',
  severity: 'critical',
  kind: 'design',
  stage: 1,
  reads: ['nodes'],
  consults: [
    'kubeadmConfig',
    'clusterInfo',
    'kubeProxyConfig',
    'loadBalancers',
  ],
  runbook: 'RB-LB-ENDPOINT',
  source:
    'https://github.com/kubernetes/kubeadm/blob/main/docs/ha-considerations.md',
  evaluate({ values: { nodes }, signals, cluster }) {
    const required = message('lb-endpoint-not-a-node.required');
    const fix = message('lb-endpoint-not-a-node.fix');
    const controlPlane = nodes.filter(node => node.controlPlane);
    const candidates = controlPlane.length > 0 ? controlPlane : nodes;
    const endpoints = configuredEndpoints(signals);

    for (const { from, host } of endpoints) {
      const node = candidates.find(candidate => isHostOf(candidate, host));
      // A VIP that kube-vip holds shows as a further address of its holder.
      const vip = node && vipOn(node, host, signals);
      if (node && vip === 'untold') {
        return unknown(
          'inconclusive',
          message('lb-endpoint-not-a-node.maybe-vip', {
            from,
            host,
            node: node.name,
          }),
          required,
          { subjects: [node.name] },
        );
      }
      if (node && vip === 'none') {
        return fail(
          message('lb-endpoint-not-a-node.node', {
            from,
            host,
            node: node.name,
          }),
          required,
          { fix, subjects: [node.name] },
        );
      }
    }
    const { kubeadmConfig } = signals;
    if (
      kubeadmConfig.state === 'observed' &&
      !kubeadmConfig.value.controlPlaneEndpoint &&
      controlPlane.length > 1
    ) {
      return fail(
        message('lb-endpoint-not-a-node.empty', {
          controlPlaneNodes: controlPlane.length,
        }),
        required,
        { fix },
      );
    }

    const remote = endpoints.filter(({ host }) => !isLoopback(host));
    if (remote.length > 0) {
      return pass(
        message('lb-endpoint-not-a-node.observed', {
          hosts: [...new Set(remote.map(({ host }) => host))],
        }),
        required,
      );
    }
    if (endpoints.length > 0) {
      return notApplicable(message('lb-endpoint-not-a-node.local'));
    }
    if (isProviderRun(cluster)) {
      return providerManaged(cluster);
    }
    const unread = [
      kubeadmConfig,
      signals.clusterInfo,
      signals.kubeProxyConfig,
    ].find(signal => signal.state === 'unknown');
    return unknown(
      unread?.state === 'unknown' ? unread.reason : 'not-exposed',
      message('lb-endpoint-not-a-node.unread', {
        detail: unread?.state === 'unknown' ? detailOf(unread) : '',
      }),
      required,
    );
  },
});

/**
 * Whether an address of a node is the virtual IP that kube-vip put there: a
 * further address, while its Lease is held. Without a Lease (BGP, another
 * namespace) it may be where kube-vip runs.
 */
function vipOn(
  { name, internalIPs }: NodeInfo,
  host: string,
  { loadBalancers }: Readonly<Sections>,
): 'held' | 'untold' | 'none' {
  if (internalIPs.indexOf(host) <= 0 || loadBalancers.state !== 'observed') {
    return 'none';
  }
  const { kubeVip, instances } = loadBalancers.value;
  if (kubeVip) return 'held';
  return instances.some(
    ({ kind, nodeName }) => kind === 'kube-vip' && nodeName === name,
  )
    ? 'untold'
    : 'none';
}

/** Every place that says by which address the API is reached. */
function configuredEndpoints({
  kubeadmConfig,
  clusterInfo,
  kubeProxyConfig,
}: Readonly<Sections>): { from: string; host: string }[] {
  const given = [
    {
      from: 'kubeadm-config',
      url:
        kubeadmConfig.state === 'observed'
          ? kubeadmConfig.value.controlPlaneEndpoint
          : undefined,
    },
    {
      from: 'cluster-info',
      url:
        clusterInfo.state === 'observed'
          ? clusterInfo.value.apiServerUrl
          : undefined,
    },
    {
      from: 'kube-proxy',
      url:
        kubeProxyConfig.state === 'observed'
          ? kubeProxyConfig.value.apiServerUrl
          : undefined,
    },
  ];
  return given.flatMap(({ from, url }) => {
    const host = url && hostPort(url)?.host;
    return host ? [{ from, host }] : [];
  });
}
