/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isAtLeast } from '../apiserver/kubernetesMinor';
import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import { providerManaged } from '../apiserver/providerManaged';
import { defineCheck } from '../check';
import { componentFlags } from '../componentFlags';
import { fail, pass, unknown, warn } from '../outcome';
import { defaultGrace, graceSecondsInForce } from './monitorGrace';

const tolerationFlags = [
  'default-not-ready-toleration-seconds',
  'default-unreachable-toleration-seconds',
] as const;

/** Flags of the controller-manager that went with Kubernetes 1.27. */
const removedFlags = ['pod-eviction-timeout', 'enable-taint-manager'] as const;

/**
 * How long it takes until the pods of a dead node are evicted: noticing it,
 * then tolerating it. Unit: seconds.
 * Source: https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions. @public
 */
export const nodeFailoverTime = defineCheck({
  id: 'node-failover-time',
  layer: 'nodes',
  severity: 'medium',
  kind: 'design',
  stage: 4,
  reads: [],
  consults: ['pods', 'apiServers', 'version'],
  thresholds: {
    graceSeconds: {
      value: defaultGrace.graceSeconds,
      unit: 's',
      source: 'kube-controller-manager --node-monitor-grace-period since 1.32',
    },
    graceSecondsBefore132: {
      value: defaultGrace.graceSecondsBefore132,
      unit: 's',
      source: 'kube-controller-manager --node-monitor-grace-period before 1.32',
    },
    /** HTTP/2 idle 30 s and ping 15 s: a kubelet notices a dead connection no sooner. */
    minimumGraceSeconds: {
      value: 45,
      unit: 's',
      source: 'https://github.com/kubernetes/kubernetes/issues/121793',
    },
    tolerationSeconds: {
      value: 300,
      unit: 's',
      source: 'kube-apiserver --default-unreachable-toleration-seconds',
    },
    maximumTolerationSeconds: {
      value: 600,
      unit: 's',
      source: '(proposal)',
    },
  },
  runbook: 'RB-NODE-TIMERS',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions',
  evaluate({ signals, thresholds, cluster }) {
    if (isProviderRun(cluster)) {
      return providerManaged(cluster);
    }
    const required = message('node-failover-time.required', {
      minimumGraceSeconds: thresholds.minimumGraceSeconds,
      maximumTolerationSeconds: thresholds.maximumTolerationSeconds,
    });
    const managers = componentFlags('kube-controller-manager', signals);
    const apiServers = componentFlags('kube-apiserver', signals);

    if (managers.state === 'known' && signals.version.state === 'observed') {
      const removed = removedFlags.filter(flag =>
        managers.instances.some(({ flags }) => flag in flags),
      );
      if (
        removed.length > 0 &&
        isAtLeast(signals.version.value.gitVersion, 27)
      ) {
        return fail(
          message('node-failover-time.removed', {
            flags: removed.map(flag => `--${flag}`),
          }),
          required,
          {
            fix: message('node-failover-time.fix-removed'),
            subjects: managers.instances
              .filter(({ flags }) => removed.some(flag => flag in flags))
              .map(({ name }) => name),
          },
        );
      }
    }
    const grace = graceSecondsInForce(signals, thresholds);
    if (managers.state === 'unknown' || apiServers.state === 'unknown') {
      const hidden = [managers, apiServers].find(
        flags => flags.state === 'unknown',
      );
      return unknown(
        hidden?.state === 'unknown' ? hidden.reason : 'inconclusive',
        message('node-failover-time.unread', {
          component:
            managers.state === 'unknown'
              ? 'kube-controller-manager'
              : 'kube-apiserver',
          detail: hidden?.state === 'unknown' ? hidden.detail : '',
        }),
        required,
      );
    }
    if (grace.length === 0) {
      const { version } = signals;
      return unknown(
        version.state === 'unknown' ? version.reason : 'inconclusive',
        message('node-failover-time.no-version'),
        required,
      );
    }
    const tolerations = apiServers.instances.flatMap(({ flags }) =>
      tolerationFlags.map(flag => {
        const seconds = Number(flags[flag] ?? thresholds.tolerationSeconds);
        return Number.isFinite(seconds)
          ? seconds
          : thresholds.tolerationSeconds;
      }),
    );
    const toleration = Math.max(...tolerations);
    const shortest = grace[0];
    const longest = grace[grace.length - 1];
    const observed = message('node-failover-time.observed', {
      totalSeconds: longest + toleration,
      graceSeconds: longest,
      tolerationSeconds: toleration,
      shortestGraceSeconds: shortest,
    });
    if (shortest < thresholds.minimumGraceSeconds) {
      return warn(observed, required, {
        fix: message('node-failover-time.fix-grace', {
          graceSeconds: thresholds.graceSeconds,
        }),
      });
    }
    if (toleration > thresholds.maximumTolerationSeconds) {
      return warn(observed, required, {
        fix: message('node-failover-time.fix-toleration', {
          tolerationSeconds: thresholds.tolerationSeconds,
        }),
      });
    }
    return pass(observed, required);
  },
});
