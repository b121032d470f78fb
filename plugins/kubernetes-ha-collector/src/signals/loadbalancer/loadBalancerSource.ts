/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { refused } from '../../refusals/classify';
import { message, say } from 'backstage-plugin-kubernetes-ha-common';
import {
  isProviderRun,
  LoadBalancersInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SignalSource, SourceContext } from '../../contracts';
import { PoolCache } from '../../transport/poolCache';
import type { ClusterConfig, HaproxyConfig } from '../../config/clusterConfig';
import { concurrently } from '../concurrently';
import { previousValue } from '../previousValue';
import { absentSignal, observedSignal, unknownSignal } from '../signals';
import { CONNECTION_POOLS, PAGES_AT_ONCE, SOURCE_MS } from './bounds';
import { readApiPath } from './apiPath';
import { haproxyInstance } from './haproxyInstance';
import { KUBE_VIP_LOOKED_FOR, kubeVip } from './kubeVip';
import { statsEndpoint } from './statsEndpoint';

const ID = 'loadbalancer';

/** A configured instance and the way to its page. */
interface HaproxyPage {
  instance: HaproxyConfig;
  endpoint: ApiEndpoint;
}

/** What stands before the API servers, and whether the path through it answers. */
export function createLoadBalancerSource(
  config: Pick<ClusterConfig, 'loadBalancer' | 'apiServer'>,
): SignalSource<'loadBalancers' | 'apiPath'> {
  const pools = new PoolCache(CONNECTION_POOLS);
  const haproxy = (config.loadBalancer?.haproxy ?? []).map(instance => ({
    instance,
    endpoint: statsEndpoint(instance, pools),
  }));
  return {
    id: ID,
    group: 'control-plane',
    provides: ['loadBalancers', 'apiPath'],
    deadlineMs: SOURCE_MS,
    async observe(context) {
      const [loadBalancers, apiPath] = await Promise.all([
        observeLoadBalancers(context, config, haproxy),
        readApiPath(context, config.apiServer.endpoint),
      ]);
      return { loadBalancers, apiPath };
    },
    close: () => pools.close(),
  };
}

async function observeLoadBalancers(
  context: SourceContext,
  config: Pick<ClusterConfig, 'loadBalancer' | 'apiServer'>,
  haproxy: readonly HaproxyPage[],
): Promise<Signal<LoadBalancersInfo>> {
  const { loadBalancer } = config;
  if (!loadBalancer) return observeUndeclared(context);
  const { kind } = loadBalancer;
  switch (kind) {
    case 'provider':
      return absentSignal(
        context,
        ID,
        'configuration',
        refused('provider-managed', message('detail.lb-declared-provider')),
      );
    case 'none':
      return absentSignal(
        context,
        ID,
        'configuration',
        refused('declared', message('detail.lb-declared-none')),
      );
    case 'haproxy':
      return observeHaproxy(context, config, haproxy);
    case 'kube-vip':
      return observeKubeVip(context);
    default:
      return kind satisfies never;
  }
}

async function observeHaproxy(
  context: SourceContext,
  config: Pick<ClusterConfig, 'apiServer'>,
  haproxy: readonly HaproxyPage[],
): Promise<Signal<LoadBalancersInfo>> {
  const known = previousValue(context.lastObserved, 'loadBalancers')?.instances;
  const nodes = previousValue(context.previous, 'nodes') ?? [];
  const apiServers = new Set([
    ...config.apiServer.instances,
    ...(previousValue(context.previous, 'apiServers') ?? []).map(
      ({ address }) => address,
    ),
  ]);
  const instances = await concurrently(
    haproxy,
    PAGES_AT_ONCE,
    ({ instance, endpoint }) =>
      haproxyInstance(context, instance, endpoint, {
        apiServers,
        nodes,
        previous: known?.find(
          ({ kind, name }) => kind === 'haproxy' && name === instance.name,
        ),
      }),
  );
  const found = kubeVip(context);
  return observedSignal(
    context,
    ID,
    `statistics pages of ${haproxy
      .map(({ instance }) => instance.name)
      .join(', ')}`,
    { ...found, instances: [...instances, ...found.instances] },
  );
}

function observeKubeVip(context: SourceContext): Signal<LoadBalancersInfo> {
  const via = KUBE_VIP_LOOKED_FOR;
  const { pods, leases } = context.previous;
  const unseen = [pods, leases].find(signal => signal?.state !== 'observed');
  if (!pods || !leases || unseen) {
    return unknownSignal(
      context,
      ID,
      via,
      refused(
        unseen?.state === 'unknown' ? unseen.reason : 'not-collected',
        message('detail.kube-vip-unread', {
          section: pods?.state === 'observed' ? 'leases' : 'pods',
          detail:
            unseen?.state === 'unknown'
              ? unseen.detail
              : say(message('detail.no-source-collected')),
        }),
      ),
    );
  }
  return observedSignal(context, ID, via, kubeVip(context));
}

/** kube-vip shows itself; anything else must be declared. */
function observeUndeclared(context: SourceContext): Signal<LoadBalancersInfo> {
  const found = kubeVip(context);
  if (found.instances.length > 0 || found.kubeVip) {
    return observedSignal(context, ID, KUBE_VIP_LOOKED_FOR, found);
  }
  const { name, platform } = context.cluster;
  if (isProviderRun({ platform })) {
    return absentSignal(
      context,
      ID,
      'configuration',
      refused(
        'provider-managed',
        message('detail.lb-provider-managed', { platform }),
      ),
    );
  }
  return unknownSignal(
    context,
    ID,
    'configuration',
    refused(
      'not-configured',
      message('detail.lb-not-configured', {
        cluster: name,
        searched: KUBE_VIP_LOOKED_FOR,
      }),
    ),
  );
}
