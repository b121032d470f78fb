/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import { defineCheck } from '../check';
import {
  CONNECTION_RUNBOOK,
  connectionFix,
  isOwnFault,
  requestErrors,
} from '../connectionFix';
import { nextServerLoss } from '../nextLoss';
import { fail, pass, unknown, warn } from '../outcome';
import {
  balancersOf,
  isVipHeld,
  livenessOf,
  VIP_LEASE_SECONDS,
} from './balancerStates';
import { failedPage } from './haproxyPools';

/**
 * How many load balancers stand before the API, on machines of their own.
 * Unit: instances. One that nobody has configured cannot be seen, and neither
 * can two that hold the virtual IP at once (VRRP split brain): each answers in
 * its own part of the network.
 * Source: kubernetes/kubeadm docs/ha-considerations.md. @public
 */
export const lbRedundancy = defineCheck({
  id: 'lb-redundancy',
  layer: 'loadbalancer',
  severity: 'critical',
  kind: 'count',
  stage: 1,
  reads: ['loadBalancers'],
  consults: ['apiPath', 'nodes'],
  thresholds: {
    minimum: {
      value: 2,
      unit: 'instances',
      source: 'kubernetes/kubeadm docs/ha-considerations.md',
    },
    leaseSeconds: {
      value: VIP_LEASE_SECONDS,
      unit: 's',
      source: '(proposal)',
    },
  },
  runbook: 'RB-LB-FAILOVER',
  source:
    'https://github.com/kubernetes/kubeadm/blob/main/docs/ha-considerations.md',
  evaluate({ values: { loadBalancers }, signals, thresholds, nowMs }) {
    const { minimum, leaseSeconds } = thresholds;
    const required = message('lb-redundancy.required', { minimum });
    const all = balancersOf(loadBalancers);
    const alone = all.length === 1 ? all[0] : undefined;
    // Of kube-vip all pods were listed: one is one.
    const isSurelyAlone =
      alone?.kind === 'kube-vip' && loadBalancers.kubeVip !== undefined;
    const withoutLease =
      all.length > 0 &&
      all.every(({ kind }) => kind === 'kube-vip') &&
      loadBalancers.kubeVip === undefined;
    if (withoutLease) {
      return unknown(
        'not-exposed',
        message('lb-redundancy.no-lease', {
          instances: all.map(({ name }) => name),
        }),
        required,
        { fix: message('lb-redundancy.fix-lease') },
      );
    }
    if (all.length < minimum && !isSurelyAlone) {
      return unknown(
        'not-configured',
        all.length === 0
          ? message('lb.none-configured.observed')
          : message('lb-redundancy.one-configured', {
              instances: all.map(({ name }) => name),
            }),
        required,
        { fix: message('lb.none-configured.fix') },
      );
    }
    const vipHeld = isVipHeld(loadBalancers, leaseSeconds, nowMs);
    const states = all.map(instance => ({
      ...instance,
      alive: livenessOf(instance, signals, vipHeld),
    }));
    const answering = states.filter(({ alive }) => alive === 'alive');
    const lost = states.filter(({ alive }) => alive === 'lost');
    const unclear = states.filter(({ alive }) => alive === 'unclear');
    const failed = [...lost, ...unclear].flatMap(({ kind, name, stats }) =>
      kind === 'haproxy' && stats.state === 'unknown'
        ? [failedPage(name, stats)]
        : [],
    );
    // Two on one machine are lost together.
    const machines = new Set(
      answering.map(({ nodeName, name }) => nodeName ?? name),
    ).size;

    const observed = message('lb-redundancy.observed', {
      answering: answering.map(({ name }) => name),
      instances: all.length,
      machines,
      lost: lost.map(({ name }) => name),
      unclear: unclear.map(({ name }) => name),
      holder: loadBalancers.kubeVip?.holder ?? '',
      errors: requestErrors(failed),
    });
    const parts = {
      fix: isSurelyAlone
        ? message('lb-redundancy.fix-add')
        : connectionFix('haproxy', failed) ??
          message('lb-redundancy.fix', {
            instances: [...lost, ...unclear].map(({ name }) => name),
          }),
      subjects: [...lost, ...unclear].map(({ name }) => name),
      // One that is not readable may be up.
      ...(unclear.length === 0 && {
        nextLoss: nextServerLoss(
          'load-balancers',
          answering.length,
          all.length,
        ),
      }),
      ...(isOwnFault(failed) && { runbook: CONNECTION_RUNBOOK }),
    };
    if (machines >= minimum) {
      if (lost.length > 0) return warn(observed, required, parts);
      return unclear.length > 0
        ? unknown('inconclusive', observed, required, parts)
        : pass(observed, required);
    }
    if (machines + unclear.length >= minimum) {
      return unknown('inconclusive', observed, required, parts);
    }
    // The path works, so somebody balances: it is only the statistics that we do not reach.
    if (answering.length === 0 && pathWorks(signals)) {
      return unknown('inconclusive', observed, required, parts);
    }
    return fail(observed, required, parts);
  },
});

function pathWorks({ apiPath }: Readonly<Sections>): boolean {
  return (
    apiPath.state === 'observed' &&
    apiPath.value.attempts.some(
      ({ status }) => status !== undefined && status >= 200 && status < 300,
    )
  );
}
