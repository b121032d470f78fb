/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import {
  ApiServerInstance,
  isProviderRun,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SignalSource, SourceContext } from '../../contracts';
import type { ClusterConfig } from '../../config/clusterConfig';
import { type Refusal, refused } from '../../refusals/classify';
import { oneLine } from '../../refusals/oneLine';
import { isMachineAddress } from '../../transport/machineAddress';
import { concurrently } from '../concurrently';
import { previousValue } from '../previousValue';
import { absentSignal, observedSignal, unknownSignal } from '../signals';
import { INSTANCES, INSTANCES_AT_ONCE, SOURCE_MS } from './bounds';
import { discoverInstances } from './discoverInstances';
import { probeInstance } from './instanceProbe';
import { readKubernetesEndpoints } from './kubernetesEndpoints';
import { readVersion } from './version';

const SOURCE = 'apiserver';

/**
 * Each API server instance by its own address, and the version that the
 * cluster's endpoint reports. One that hangs delays no other: discovery (4 s),
 * probes (6 s) and details (6 s) each have a deadline of their own.
 */
export function createApiServerSource(
  config: Pick<ClusterConfig, 'apiServer'>,
): SignalSource<'apiServers' | 'version'> {
  return {
    id: SOURCE,
    group: 'control-plane',
    provides: ['apiServers', 'version'],
    deadlineMs: SOURCE_MS,
    async observe(context) {
      const [apiServers, version] = await Promise.all([
        observeInstances(context, config.apiServer.instances),
        readVersion(context, SOURCE, context.connection.api),
      ]);
      return { apiServers, version };
    },
  };
}

async function observeInstances(
  context: SourceContext,
  configured: readonly string[],
): Promise<Signal<ApiServerInstance[]>> {
  const { cluster, connection, previous, lastObserved } = context;
  if (isProviderRun(cluster) && configured.length === 0) {
    return absentSignal(
      context,
      SOURCE,
      'configuration',
      refused(
        'provider-managed',
        message('detail.provider-api-servers', { platform: cluster.platform }),
      ),
    );
  }
  if (!connection.instance) {
    return unknownSignal(
      context,
      SOURCE,
      connection.api.url,
      refused('not-exposed', message('detail.no-single-api-server')),
    );
  }
  const ask = connection.instance.bind(connection);
  const endpoints = await readKubernetesEndpoints(context);
  const instances = discoverInstances({
    endpoints: endpoints.ok ? endpoints.value : undefined,
    configured,
    previous: { ...previous, apiServers: lastObserved.apiServers },
    nowMs: context.now().getTime(),
  });
  const slices = `GET ${connection.api.url}/apis/discovery.k8s.io/v1/namespaces/default/endpointslices`;
  const strange = (endpoints.ok ? endpoints.value.hosts : []).filter(
    host => !isMachineAddress(host),
  );
  if (instances.length === 0) {
    return unknownSignal(
      context,
      SOURCE,
      slices,
      endpoints.ok ? noneNamed(strange) : endpoints.refusal,
    );
  }
  if (instances.length > INSTANCES) {
    return unknownSignal(
      context,
      SOURCE,
      slices,
      refused(
        'too-many',
        message('detail.too-many-api-servers', {
          instances: instances.length,
          bound: INSTANCES,
        }),
      ),
    );
  }
  const before = previousValue(lastObserved, 'apiServers') ?? [];
  const instanceSignals = await concurrently(
    instances,
    INSTANCES_AT_ONCE,
    instance =>
      probeInstance(
        context,
        SOURCE,
        ask(instance.address),
        instance,
        before.find(({ address }) => address === instance.address),
      ),
  );
  return observedSignal(
    context,
    SOURCE,
    endpoints.ok
      ? `GET https://{${instances
          .map(i => i.address)
          .join(',')}}/readyz${notProbed(strange)}`
      : `remembered instances; the EndpointSlice was not readable (${endpoints.refusal.reason})`,
    instanceSignals,
  );
}

function noneNamed(strange: readonly string[]): Refusal {
  if (strange.length === 0) {
    return refused('inconclusive', message('detail.no-api-server-named'));
  }
  return refused(
    'invalid-response',
    message('detail.no-machine-in-slice', { host: quoted(strange) }),
  );
}

/** Anybody who may write an EndpointSlice can name a host of their own in it. */
function notProbed(strange: readonly string[]): string {
  if (strange.length === 0) return '';
  return `; not probed, because it is not the IP address of a machine: ${quoted(
    strange,
  )}`;
}

/** The first of them, as it was written. */
function quoted(strange: readonly string[]): string {
  const first = oneLine(JSON.stringify(strange[0]), 80);
  return strange.length > 1 ? `${first} and ${strange.length - 1} more` : first;
}
