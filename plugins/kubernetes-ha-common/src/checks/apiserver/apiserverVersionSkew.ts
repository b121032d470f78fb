/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { hasKubelet } from '../nodes/nodeKind';
import { instanceName } from './instances';
import { kubernetesMinor } from './kubernetesMinor';

/**
 * Whether API servers and kubelets are close enough in version: no kubelet
 * newer than an API server it may meet, none more than three minors older,
 * API servers at most one minor apart. Unit: minor versions.
 * Source: https://kubernetes.io/releases/version-skew-policy/. @public
 */
export const apiserverVersionSkew = defineCheck({
  id: 'apiserver-version-skew',
  layer: 'apiserver',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: ['version', 'nodes'],
  consults: ['apiServers'],
  thresholds: {
    kubeletMinors: {
      value: 3,
      unit: 'minor versions',
      source: 'https://kubernetes.io/releases/version-skew-policy/',
    },
    apiServerMinors: {
      value: 1,
      unit: 'minor versions',
      source: 'https://kubernetes.io/releases/version-skew-policy/',
    },
  },
  runbook: 'RB-UPGRADE-SKEW',
  source: 'https://kubernetes.io/releases/version-skew-policy/',
  evaluate({ values: { version, nodes }, signals, thresholds }) {
    const required = message('apiserver-version-skew.required', {
      minors: thresholds.kubeletMinors,
    });
    const instances =
      signals.apiServers.state === 'observed'
        ? signals.apiServers.value.flatMap(instance =>
            instance.version.state === 'observed'
              ? [{ name: instanceName(instance), text: instance.version.value }]
              : [],
          )
        : [];
    const servers = minorsOf(
      instances.length > 0
        ? instances
        : [{ name: 'API server', text: version.gitVersion }],
    );
    const kubelets = minorsOf(
      nodes
        .filter(hasKubelet)
        .map(({ name, kubeletVersion }) => ({ name, text: kubeletVersion })),
    );
    if (servers.known.length === 0) {
      return unknown(
        'invalid-response',
        message('apiserver-version-skew.unreadable', {
          names: servers.unreadable,
          text: version.gitVersion,
        }),
        required,
      );
    }
    const oldest = servers.known[0];
    const newest = servers.known[servers.known.length - 1];
    const newer = kubelets.known.filter(({ minor }) => minor > oldest.minor);
    const tooOld = kubelets.known.filter(
      ({ minor }) => newest.minor - minor > thresholds.kubeletMinors,
    );
    const spread = newest.minor - oldest.minor;
    const all = [...servers.known, ...kubelets.known];
    const minors = [...new Set(all.map(({ minor }) => minor))].sort(
      (a, b) => a - b,
    );
    const observed = message('apiserver-version-skew.observed', {
      minors: minors.map(minor => `${oldest.major}.${minor}`),
      newer: newer.map(({ name }) => name),
      tooOld: tooOld.map(({ name }) => name),
      apiServers: [...new Set(servers.known.map(({ text }) => text))],
    });
    const parts = (names: readonly { name: string }[]) => ({
      fix: message('apiserver-version-skew.fix', {
        names: names.map(({ name }) => name),
      }),
      subjects: names.map(({ name }) => name),
    });
    if (
      newer.length > 0 ||
      tooOld.length > 0 ||
      spread > thresholds.apiServerMinors
    ) {
      const names = [...newer, ...tooOld];
      return fail(
        observed,
        required,
        parts(names.length > 0 ? names : [oldest]),
      );
    }
    if (kubelets.unreadable.length > 0) {
      return unknown(
        'invalid-response',
        message('apiserver-version-skew.unreadable', {
          names: kubelets.unreadable,
          text:
            nodes.find(({ name }) => kubelets.unreadable.includes(name))
              ?.kubeletVersion ?? '',
        }),
        required,
        { subjects: kubelets.unreadable },
      );
    }
    return minors.length > 1
      ? warn(
          observed,
          required,
          parts(all.filter(({ minor }) => minor < newest.minor)),
        )
      : pass(observed, required);
  },
});

/** Versions that are versions, oldest minor first, and the names of the others. */
function minorsOf(versions: readonly { name: string; text: string }[]) {
  const known = versions
    .flatMap(({ name, text }) => {
      const parsed = kubernetesMinor(text);
      return parsed ? [{ name, text, ...parsed }] : [];
    })
    .sort((a, b) => a.major - b.major || a.minor - b.minor);
  const unreadable = versions
    .filter(({ text }) => !kubernetesMinor(text))
    .map(({ name }) => name);
  return { known, unreadable };
}
