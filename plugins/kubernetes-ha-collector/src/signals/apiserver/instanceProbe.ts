/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type {
  ApiServerInstance,
  CertificateInfo,
  Probe,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../../contracts';
import { Refusal, refusalOfError, refused } from '../../refusals/classify';
import { within } from '../../refusals/deadline';
import { read } from '../read';
import { stillYoung } from '../readEvery';
import { observedSignal, unknownSignal } from '../signals';
import {
  CERTIFICATES_EVERY_SECONDS,
  DETAILS_EVERY_SECONDS,
  FLAGZ,
  FLAGZ_MS,
  HANDSHAKE_MS,
} from './bounds';
import type { DiscoveredInstance } from './discoverInstances';
import { FLAGZ_ACCEPT, parseFlagz } from './flagz';
import { probeHealth } from './healthProbe';
import { instanceMetrics } from './instanceMetrics';
import { readVersion } from './version';

/** Everything one API server says at its own address. Never throws for one that is ill. */
export async function probeInstance(
  context: SourceContext,
  source: string,
  endpoint: ApiEndpoint,
  instance: DiscoveredInstance,
  previous: ApiServerInstance | undefined,
): Promise<ApiServerInstance> {
  const [readyz, livez, certificates] = await Promise.all([
    probeHealth(context, endpoint, '/readyz?verbose', previous?.readyz),
    probeHealth(context, endpoint, '/livez?verbose', previous?.livez),
    certificatesOf(context, source, instance.address, previous?.certificates),
  ]);
  return {
    ...instance,
    readyz: readyz.probe,
    livez: livez.probe,
    readyzChecks: readyz.checks,
    certificates,
    ...(await details(context, source, endpoint, previous, [
      readyz.probe,
      livez.probe,
    ])),
  };
}

type Details = Pick<ApiServerInstance, 'version' | 'flags' | 'metrics'>;

/** What only an instance that answers can tell: one that does not is not asked three times more. */
async function details(
  context: SourceContext,
  source: string,
  endpoint: ApiEndpoint,
  previous: ApiServerInstance | undefined,
  probes: readonly [readyz: Probe, livez: Probe],
): Promise<Details> {
  const answers = probes.some(({ status }) => status !== undefined);
  if (!answers) {
    const silence: Refusal = {
      ...refused(
        probes[0].reason ?? 'unreachable',
        message('detail.not-probed', { detail: probes[0].detail ?? '' }),
      ),
      ...(probes[0].failure && { failure: probes[0].failure }),
    };
    const unasked = (path: string) =>
      unknownSignal(context, source, `GET ${endpoint.url}${path}`, silence);
    return {
      version: unasked('/version'),
      flags: unasked('/flagz'),
      metrics: unasked('/metrics'),
    };
  }
  // Neither latency nor refusals of an outage that is over say anything of now,
  // and what was started again may be another version with other flags.
  const before = previous?.readyz.ok === probes[0].ok ? previous : undefined;
  const [version, flags, metrics] = await Promise.all([
    versionOf(context, source, endpoint, before?.version),
    flagsOf(context, source, endpoint, before?.flags),
    instanceMetrics(context, source, endpoint, before?.metrics),
  ]);
  return { version, flags, metrics };
}

async function versionOf(
  context: SourceContext,
  source: string,
  endpoint: ApiEndpoint,
  previous: ApiServerInstance['version'] | undefined,
): Promise<ApiServerInstance['version']> {
  const young = stillYoung(previous, DETAILS_EVERY_SECONDS, context);
  if (young) return young;
  const version = await readVersion(context, source, endpoint);
  if (version.state !== 'observed') return version;
  return {
    ...version,
    value: version.value.gitVersion,
    intervalSeconds: detailsInterval(context),
  };
}

async function flagsOf(
  context: SourceContext,
  source: string,
  endpoint: ApiEndpoint,
  previous: ApiServerInstance['flags'] | undefined,
): Promise<ApiServerInstance['flags']> {
  const young = stillYoung(previous, DETAILS_EVERY_SECONDS, context);
  if (young) return young;
  const via = `GET ${endpoint.url}/flagz`;
  const flags = await within(context.signal, FLAGZ_MS, signal =>
    read(
      endpoint,
      { path: '/flagz', accept: FLAGZ_ACCEPT, signal, maxBytes: FLAGZ.bytes },
      parseFlagz,
    ),
  );
  return flags.ok
    ? observedSignal(
        context,
        source,
        via,
        flags.value,
        detailsInterval(context),
      )
    : unknownSignal(context, source, via, flags.refusal);
}

function detailsInterval({ intervalSeconds }: SourceContext): number {
  return Math.max(DETAILS_EVERY_SECONDS, intervalSeconds);
}

/**
 * A handshake of its own, which sends nothing: at most once a minute, for
 * certificates are valid for weeks. Whether the server takes connections is
 * asked by the probes, each time on a new one.
 */
async function certificatesOf(
  context: SourceContext,
  source: string,
  address: string,
  previous: Signal<CertificateInfo[]> | undefined,
): Promise<Signal<CertificateInfo[]>> {
  const young = stillYoung(previous, CERTIFICATES_EVERY_SECONDS, context);
  if (young) return young;
  const via = `TLS handshake with ${address}`;
  const { connection } = context;
  const readChain = connection.certificates?.bind(connection);
  if (!readChain) {
    return unknownSignal(
      context,
      source,
      via,
      refused('not-exposed', message('detail.no-direct-route')),
    );
  }
  try {
    return observedSignal(
      context,
      source,
      via,
      await within(context.signal, HANDSHAKE_MS, signal =>
        readChain(address, 'apiserver-serving', signal),
      ),
      Math.max(CERTIFICATES_EVERY_SECONDS, context.intervalSeconds),
    );
  } catch (error) {
    return unknownSignal(context, source, via, refusalOfError(error));
  }
}
