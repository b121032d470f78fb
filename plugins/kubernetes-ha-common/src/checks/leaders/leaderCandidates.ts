/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import { providerManaged } from '../apiserver/providerManaged';
import { defineCheck } from '../check';
import { fail, pass, unknown } from '../outcome';
import { MirrorPod, mirrorPodsOf } from './liveMirrorPods';

const components = ['kube-controller-manager', 'kube-scheduler'] as const;

/**
 * Whether another controller-manager and scheduler stand by on another node.
 * A process that is frozen cannot be told from one that waits; the Lease
 * checks find it once it leads. Unit: candidates.
 * Source: https://kubernetes.io/docs/concepts/architecture/leases/. @public
 */
export const leaderCandidates = defineCheck({
  id: 'leader-candidates',
  layer: 'leaders',
  severity: 'high',
  kind: 'count',
  stage: 1,
  reads: ['pods', 'nodes'],
  consults: ['nodeLeases'],
  thresholds: {
    candidates: {
      value: 2,
      unit: 'candidates',
      source: '(proposal) one leads, one stands by',
    },
    nodeLeaseSeconds: {
      value: 40,
      unit: 's',
      source: 'kubelet config/v1beta1 (nodeLeaseDurationSeconds)',
    },
  },
  runbook: 'RB-LEADER',
  source: 'https://kubernetes.io/docs/concepts/architecture/leases/',
  evaluate({ observed: sections, signals, thresholds, cluster }) {
    if (isProviderRun(cluster)) return providerManaged(cluster);
    const found = components.map(component => ({
      component,
      mirrors: mirrorPodsOf(
        component,
        sections,
        signals,
        thresholds.nodeLeaseSeconds,
      ),
    }));
    const required = message('leader-candidates.required', {
      candidates: thresholds.candidates,
    });
    const seen = found.filter(({ mirrors }) => mirrors.length > 0);
    const unseen = found
      .filter(({ mirrors }) => mirrors.length === 0)
      .map(({ component }) => component);
    const observed = message('leader-candidates.observed', {
      candidates: seen.map(
        ({ component, mirrors }) => `${component}: ${upNodes(mirrors).length}`,
      ),
      unproven: notUp(seen.flatMap(({ mirrors }) => mirrors)),
    });
    const short = seen.filter(
      ({ mirrors }) => upNodes(mirrors).length < thresholds.candidates,
    );
    if (short.length > 0) {
      const names = short.map(({ component }) => component);
      return fail(observed, required, {
        fix: message('leader-candidates.fix', { components: names }),
        subjects: notUp(short.flatMap(({ mirrors }) => mirrors)),
      });
    }
    if (unseen.length > 0) {
      return unknown(
        'not-exposed',
        message('leaders.no-static-pods', { components: unseen }),
        required,
      );
    }
    return pass(observed, required);
  },
});

/** Nodes on which the component is up. */
function upNodes(mirrors: readonly MirrorPod[]): string[] {
  return [
    ...new Set(
      mirrors
        .filter(({ state }) => state === 'up')
        .map(({ nodeName }) => nodeName),
    ),
  ];
}

function notUp(mirrors: readonly MirrorPod[]): string[] {
  return mirrors
    .filter(({ state }) => state !== 'up')
    .map(({ pod }) => pod.name);
}
