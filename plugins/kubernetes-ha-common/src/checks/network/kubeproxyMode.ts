/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import { isAtLeast } from '../apiserver/kubernetesMinor';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { unseenProxy } from './unseenProxy';

/** Modes that are supported without an end in sight. */
const lasting: ReadonlySet<string> = new Set(['nftables', 'iptables']);

/**
 * Whether kube-proxy runs in a mode that the next releases still have. Units:
 * minor versions of Kubernetes 1.
 * Source: KEP-5495 (ipvs: deprecated 1.35, off by default 1.40), KEP-5343 (nftables to default). @public
 */
export const kubeproxyMode = defineCheck({
  id: 'kubeproxy-mode',
  layer: 'network',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: ['version'],
  consults: ['kubeProxyConfig', 'daemonSets', 'pods'],
  thresholds: {
    ipvsWarnMinor: {
      value: 35,
      unit: 'minor version',
      source: 'KEP-5495: ipvs deprecated in 1.35',
    },
    ipvsFailMinor: {
      value: 40,
      unit: 'minor version',
      source: 'KEP-5495: gate KubeProxyIPVS off by default in 1.40',
    },
    unsetMinor: {
      value: 37,
      unit: 'minor version',
      source: 'KEP-5343: kube-proxy warns of an unset mode from 1.37',
    },
  },
  runbook: 'RB-IPVS-MIGRATE',
  source:
    'https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-modes',
  evaluate({ values: { version }, signals, thresholds }) {
    const required = message('kubeproxy-mode.required');
    const { kubeProxyConfig } = signals;
    if (kubeProxyConfig.state === 'absent') {
      const proxy = unseenProxy(signals);
      return proxy.state === 'replaced'
        ? notApplicable(message('kubeproxy-mode.replaced', { by: proxy.by }))
        : unknown(
            'not-found',
            message('kubeproxy-mode.unseen', {
              where: proxy.state,
              detail: detailOf(kubeProxyConfig),
            }),
            required,
          );
    }
    if (kubeProxyConfig.state === 'unknown') {
      return unknown(
        kubeProxyConfig.reason,
        message('section.unknown', {
          section: 'kubeProxyConfig',
          reason: kubeProxyConfig.reason,
          detail: detailOf(kubeProxyConfig),
        }),
        required,
      );
    }
    const { mode } = kubeProxyConfig.value;
    const { gitVersion } = version;
    const observed = message('kubeproxy-mode.observed', {
      mode,
      version: gitVersion,
    });
    const parts = { fix: message('kubeproxy-mode.fix', { mode }) };
    if (lasting.has(mode)) return pass(observed, required);
    if (mode === 'kernelspace') {
      return notApplicable(message('kubeproxy-mode.windows'));
    }
    // Removed in 1.26: such a kube-proxy does not start.
    if (mode === 'userspace') return fail(observed, required, parts);
    if (mode !== 'ipvs' && mode !== '') {
      return unknown('invalid-response', observed, required, parts);
    }
    const since = (minor: number) => isAtLeast(gitVersion, minor);
    const warnFrom =
      mode === 'ipvs' ? thresholds.ipvsWarnMinor : thresholds.unsetMinor;
    const weak = since(warnFrom);
    if (weak === undefined) {
      return unknown('invalid-response', observed, required, parts);
    }
    if (mode === 'ipvs' && since(thresholds.ipvsFailMinor)) {
      return fail(observed, required, parts);
    }
    return weak ? warn(observed, required, parts) : pass(observed, required);
  },
});
