/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { podOf } from '../../testing/controlPlane';
import { absent, notKnown } from '../../testing/snapshotWith';
import { kubeproxyMode } from './kubeproxyMode';

it.each`
  mode             | version      | status              | rule
  ${'nftables'}    | ${'v1.37.2'} | ${'pass'}           | ${'the mode to come'}
  ${'iptables'}    | ${'v1.43.0'} | ${'pass'}           | ${'the mode that stays'}
  ${'ipvs'}        | ${'v1.34.9'} | ${'pass'}           | ${'before its deprecation'}
  ${'ipvs'}        | ${'v1.35.0'} | ${'warn'}           | ${'deprecated'}
  ${'ipvs'}        | ${'v1.39.9'} | ${'warn'}           | ${'still on by default'}
  ${'ipvs'}        | ${'v1.40.0'} | ${'fail'}           | ${'off by default'}
  ${'ipvs'}        | ${'v1.43.0'} | ${'fail'}           | ${'removed'}
  ${'ipvs'}        | ${'fake'}    | ${'unknown'}        | ${'without a version nobody knows'}
  ${''}            | ${'v1.36.9'} | ${'pass'}           | ${'unset, before kube-proxy warns of it'}
  ${''}            | ${'v1.37.0'} | ${'warn'}           | ${'unset: the default will change'}
  ${'kernelspace'} | ${'v1.37.0'} | ${'not-applicable'} | ${'Windows'}
  ${'userspace'}   | ${'v1.37.0'} | ${'fail'}           | ${'removed in 1.26'}
  ${'magic'}       | ${'v1.37.0'} | ${'unknown'}        | ${'a mode that this version does not know'}
`('$status for "$mode" on $version: $rule', ({ mode, version, status }) => {
  const given = {
    kubeProxyConfig: { mode },
    version: { gitVersion: version },
  };
  expect(judge(kubeproxyMode, given).status).toBe(status);
});

const daemonSet = (name: string, namespace = 'kube-system') => ({
  namespace,
  name,
  desired: 3,
  ready: 3,
  available: 3,
  images: [],
});
const noPods = { pods: [] };
const cilium = { daemonSets: [daemonSet('cilium')], ...noPods };
const ovn = {
  daemonSets: [daemonSet('ovnkube-node', 'openshift-ovn-kubernetes')],
  ...noPods,
};
const staticProxy = [podOf('kube-proxy-n1', { mirror: true })];
const none = absent('there is no ConfigMap kube-system/kube-proxy');

it.each`
  given                                                                          | version             | status              | rule
  ${{ kubeProxyConfig: notKnown('forbidden') }}                                  | ${'v1.37.2'}        | ${'unknown'}        | ${'it may not be read'}
  ${{ kubeProxyConfig: none }}                                                   | ${'v1.37.2'}        | ${'unknown'}        | ${'no ConfigMap and nothing else seen'}
  ${{ kubeProxyConfig: none, daemonSets: [], ...noPods }}                        | ${'v1.33.5+k3s1'}   | ${'unknown'}        | ${'k3s runs it inside its own process'}
  ${{ kubeProxyConfig: none, ...cilium }}                                        | ${'v1.33.5+k3s1'}   | ${'unknown'}        | ${'k3s beside Cilium may still run it'}
  ${{ kubeProxyConfig: none, daemonSets: [], pods: staticProxy }}                | ${'v1.33.5+rke2r1'} | ${'unknown'}        | ${'static pods of RKE2 and kOps take flags'}
  ${{ kubeProxyConfig: none, ...cilium, pods: staticProxy }}                     | ${'v1.37.2'}        | ${'unknown'}        | ${'Cilium beside kube-proxy'}
  ${{ kubeProxyConfig: none, ...cilium }}                                        | ${'v1.37.2'}        | ${'not-applicable'} | ${'Cilium in its place'}
  ${{ kubeProxyConfig: none, ...cilium, pods: notKnown() }}                      | ${'v1.37.2'}        | ${'unknown'}        | ${'Cilium, and the pods were not read'}
  ${{ kubeProxyConfig: none, ...ovn }}                                           | ${'v1.32.6'}        | ${'not-applicable'} | ${'OVN-Kubernetes of OpenShift in its place'}
  ${{ kubeProxyConfig: none, daemonSets: [daemonSet('kube-proxy')], ...noPods }} | ${'v1.37.2'}        | ${'unknown'}        | ${'a DaemonSet with flags'}
`('without a ConfigMap, $status: $rule', ({ given, version, status }) => {
  const result = judge(kubeproxyMode, {
    ...given,
    version: { gitVersion: version },
  });
  expect(result.status).toBe(status);
});
