/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
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

it.each`
  kubeProxyConfig                | status
  ${notKnown('forbidden')}       | ${'unknown'}
  ${absent('no such ConfigMap')} | ${'not-applicable'}
`(
  '$status without a kube-proxy configuration',
  ({ kubeProxyConfig, status }) => {
    const given = { kubeProxyConfig, version: { gitVersion: 'v1.37.2' } };
    expect(judge(kubeproxyMode, given).status).toBe(status);
  },
);
