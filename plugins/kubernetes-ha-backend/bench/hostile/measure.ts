/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { AnySignalSource } from 'backstage-plugin-kubernetes-ha-collector/src/contracts';
import { runSource } from 'backstage-plugin-kubernetes-ha-collector/src/collection/runSource';
import { createApiServerSource } from 'backstage-plugin-kubernetes-ha-collector/src/signals/apiserver/apiServerSource';
import { createEtcdSource } from 'backstage-plugin-kubernetes-ha-collector/src/signals/etcd/etcdSource';
import { PageDecoder } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/decoding/pageDecoder';
import { InventorySource } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/inventorySource';
import { inventoryLists } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/lists';
import { createLeasesSource } from 'backstage-plugin-kubernetes-ha-collector/src/signals/leases/leasesSource';
import { createLoadBalancerSource } from 'backstage-plugin-kubernetes-ha-collector/src/signals/loadbalancer/loadBalancerSource';
import { plainConnection } from '../inventory/plainConnection';
import { HostileSource, hostileInputs } from './inputs';

// One input, read once by the real source, in a process of its own.

/** What one reading held the main thread for. */
export interface Stall {
  /** Longest time between two turns of the event loop; on a busy machine, what else runs is in it. */
  wallMs: number;
  /** Longest CPU time of the main thread between two turns. */
  cpuMs: number;
}

/** What reading one input cost, and what came of it. */
export interface HostileMeasurement {
  /** The first reading of a new process: it compiles the code as well. */
  first: Stall;
  /** The next one, as of a backend that has run for a while. */
  again: Stall;
  seconds: number;
  /** Of the process when everything was loaded. */
  rssBeforeMb: number;
  peakRssMb: number;
  /** What the section says. */
  says: string;
}

const RESOLUTION_MS = 2;
const silent = { error() {}, warn() {}, info() {}, debug() {} };

async function measure(
  name: string,
  url: string,
  etcd: string,
): Promise<HostileMeasurement> {
  const input = hostileInputs.find(each => each.name === name);
  if (!input) throw new Error(`no input ${name}`);
  const decoder = new PageDecoder();
  // Starts the thread, as the first collection of a backend does.
  const empty = Buffer.from('{"kind":"PodList","items":[]}');
  await decoder.decode(inventoryLists.pods, empty, () => {});
  const source = sourceOf(input.source, decoder, url, etcd);
  const plain = plainConnection(url);
  const context = {
    cluster: {
      name: 'hostile',
      tier: 'production',
      platform: 'self-managed',
      connection: 'kubeconfig',
    },
    connection: { ...plain, instance: () => plain.api },
    signal: new AbortController().signal,
    intervalSeconds: 30,
    previous: {},
    lastObserved: {},
    now: () => new Date(),
    logger: silent,
  } as const;
  const rssBeforeMb = process.memoryUsage().rss / 2 ** 20;
  const first = await stallOf(() => runSource(source, context));
  const again = await stallOf(() => runSource(source, context));
  await Promise.all([source.close?.(), decoder.close(), plain.close()]);
  return {
    first: first.stall,
    again: again.stall,
    seconds: again.result.durationMs / 1000,
    rssBeforeMb,
    // resourceUsage counts in kibibytes.
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    says: wordsOf(input.says(first.result.sections)),
  };
}

async function stallOf<T>(
  work: () => Promise<T>,
): Promise<{ result: T; stall: Stall }> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let cpuMs = 0;
  let last = process.threadCpuUsage();
  const turn = () => {
    const { user, system } = process.threadCpuUsage(last);
    cpuMs = Math.max(cpuMs, (user + system) / 1000);
    last = process.threadCpuUsage();
  };
  const timer = setInterval(turn, RESOLUTION_MS);
  delay.enable();
  const result = await work();
  turn();
  clearInterval(timer);
  delay.disable();
  const wallMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
  return { result, stall: { wallMs, cpuMs } };
}

function sourceOf(
  source: HostileSource,
  decoder: PageDecoder,
  url: string,
  etcd: string,
): AnySignalSource {
  const apiServer = { instances: [] };
  switch (source) {
    case 'inventory':
      return new InventorySource(decoder);
    case 'leases':
      return createLeasesSource();
    case 'apiserver':
      return createApiServerSource({ apiServer });
    case 'loadbalancer':
      return createLoadBalancerSource({
        apiServer,
        loadBalancer: {
          kind: 'haproxy',
          haproxy: [{ name: 'one', statsUrl: `${url}/stats` }],
        },
      });
    case 'etcd':
      return createEtcdSource({ etcd: { endpoints: [etcd] } });
    default:
      return source satisfies never;
  }
}

/** A signal in words: a probe has a reason and a detail as well, etcd its second member. */
function wordsOf(said: unknown): string {
  const { state, value, ok, reason, detail } = said as {
    state?: string;
    ok?: boolean;
    value?: { members?: { name: string; health: unknown }[] };
    reason?: string;
    detail?: string;
  };
  const hostile = value?.members?.find(({ name }) => name === 'hostile');
  if (hostile) return `observed; the member: ${wordsOf(hostile.health)}`;
  const outcome = state ?? (ok ? 'ok' : 'not ok');
  return [outcome, reason, detail].filter(Boolean).join(': ');
}

process.on('disconnect', () => process.exit());
const [name, url, etcd] = process.argv.slice(2);
void measure(name, url, etcd).then(
  result => process.send?.(result, () => process.exit()),
  error => {
    console.error(error);
    process.exit(1);
  },
);
