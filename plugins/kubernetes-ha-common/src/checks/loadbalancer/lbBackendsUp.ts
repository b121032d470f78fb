/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import { defineCheck } from '../check';
import { etcdLayout } from '../apiserver/etcdLayout';
import { nextServerLoss } from '../nextLoss';
import { fail, pass, unknown, warn } from '../outcome';
import { apiServerAddresses } from './apiServerAddresses';
import { haproxyPools, serverName, unreadPools } from './haproxyPools';
import { addressed, serverState, ServerState } from './serverState';

/**
 * How many API servers each load balancer sends traffic to. A server that
 * somebody took out counts as down, and is said to be out on purpose; a slot of
 * a `server-template` that DNS has not filled is none. Unit: servers.
 * Source: haproxy doc/management.txt §9.1 (status). @public
 */
export const lbBackendsUp = defineCheck({
  id: 'lb-backends-up',
  layer: 'loadbalancer',
  severity: 'critical',
  kind: 'count',
  stage: 1,
  reads: ['loadBalancers'],
  consults: ['apiServers', 'apiPath', 'nodes', 'kubeadmConfig', 'etcd', 'pods'],
  thresholds: {
    minimum: {
      value: 3,
      unit: 'servers',
      source: 'as apiserver-replica-count, where etcd shares the machines',
    },
    minimumExternal: {
      value: 2,
      unit: 'servers',
      source: 'as apiserver-replica-count, where etcd is elsewhere',
    },
    failBelow: { value: 2, unit: 'servers', source: '(proposal)' },
  },
  runbook: 'RB-LB-FAILOVER',
  source: 'https://docs.haproxy.org/3.0/management.html#9.1',
  evaluate({ values: { loadBalancers }, signals, thresholds, cluster }) {
    const found = haproxyPools(loadBalancers, signals);
    if (found.state === 'answer') return found.outcome;
    const { failBelow } = thresholds;
    const layout = isProviderRun(cluster) ? 'external' : etcdLayout(signals);
    const minimum =
      layout === 'external' ? thresholds.minimumExternal : thresholds.minimum;
    const isEnough = (servers: number) => servers >= minimum;
    /** Too few where etcd shares the machines, and where it runs is not known. */
    const mayBeFew = (servers: number) =>
      layout === 'untold' &&
      !isEnough(servers) &&
      servers >= thresholds.minimumExternal;

    const known = apiServerAddresses(signals)?.length ?? 0;
    const judged = found.pools.known.map(pool => {
      const inState = (wanted: ServerState) =>
        pool.servers.filter(server => serverState(server) === wanted);
      const named = (wanted: ServerState) => inState(wanted).map(serverName);
      // Slots that DNS has not filled are no servers: what counts is how many are up.
      const servers = addressed(pool.servers).length;
      // DNS may forget the one that is down: it is still one of those that belong here.
      const belonging = Math.min(pool.servers.length, Math.max(servers, known));
      const up = named('up').length;
      const unchecked = [...named('unchecked'), ...named('unrecognised')];
      const noAddress = named('no-address');
      const out = [
        ...named('down'),
        ...named('automatic'),
        ...named('intentional'),
      ];
      return {
        observed: message('lb-backends-up.observed', {
          instance: pool.instance,
          up,
          servers: belonging,
          down: named('down'),
          automatic: inState('automatic').map(
            server => `${serverName(server)} (${server.status})`,
          ),
          intentional: named('intentional'),
          noAddress,
          unchecked,
        }),
        subjects: [...out, ...(isEnough(servers) ? [] : noAddress)],
        unchecked,
        nextLoss:
          unchecked.length === 0
            ? nextServerLoss('backends', up, belonging)
            : undefined,
        fails: up + unchecked.length < failBelow,
        warns:
          up >= failBelow &&
          (out.length > 0 || (!isEnough(servers) && !mayBeFew(servers))),
        fewAtWorst: mayBeFew(servers),
      };
    });
    const required = message('lb-backends-up.required', { minimum });
    const fix = message('lb-backends-up.fix');
    const failing = judged.find(({ fails }) => fails);
    if (failing) {
      const { observed, subjects, nextLoss } = failing;
      return fail(observed, required, { fix, subjects, nextLoss });
    }
    const warning = judged.find(({ warns }) => warns);
    if (warning) {
      const { observed, subjects, nextLoss } = warning;
      return warn(observed, required, { fix, subjects, nextLoss });
    }
    const untold = judged.find(pool => pool.unchecked.length > 0);
    if (untold) {
      const { observed, subjects, unchecked } = untold;
      return unknown('inconclusive', observed, required, {
        fix: message('lb-backends-up.fix-check'),
        subjects: [...subjects, ...unchecked],
      });
    }
    const few = judged.find(({ fewAtWorst }) => fewAtWorst);
    if (few) {
      return unknown('inconclusive', few.observed, required, {
        fix: message('lb-backends-up.fix-layout', {
          enough: thresholds.minimumExternal,
        }),
      });
    }
    return unreadPools(found.pools) ?? pass(judged[0].observed, required);
  },
});
