/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  readyEndpoints,
  webhookName,
} from '../checks/apiserver/webhookBackends';
import type { Sections } from '../snapshot/clusterSnapshot';
import type { EndpointSliceInfo } from '../snapshot/sections/inventory';
import type { LostParts } from './lostParts';
import type { ServicesOutcome } from './outcome';
import type { MovedPods } from './podsAfter';
import type { SchedulingModel } from './scheduling/schedulingModel';

/** Endpoints that are no pods. */
const API_SERVERS = 'default/kubernetes';

/** Without it names are not resolved, and nearly nothing goes on. */
const CLUSTER_DNS = 'kube-system/kube-dns';

interface Service {
  /** Ready endpoints, wherever they are. */
  ready: number;
  /** Numbers of the pods behind them that are known. */
  pods: readonly number[];
}

/** The Services of a cluster, and which of them a loss leaves without a ready endpoint. */
export class ServicesAfter {
  readonly #sections: Readonly<Sections>;
  readonly #services = new Map<string, Service>();
  /** Of each node: Services that have ready endpoints on it, and how many. */
  readonly #on = new Map<string, Map<string, number>>();
  /** Of each Service: fail-closed webhooks that it serves. */
  readonly #webhooks = new Map<string, string[]>();

  constructor(
    sections: Readonly<Sections>,
    model: SchedulingModel | undefined,
  ) {
    this.#sections = sections;
    const { endpointSlices, validatingWebhooks, mutatingWebhooks } = sections;
    const numbers = new Map(
      model?.pods.map((pod, number) => [
        `Pod/${pod.namespace}/${pod.name}`,
        number,
      ]),
    );
    if (endpointSlices.state === 'observed') {
      for (const [name, endpoints] of readyEndpoints(endpointSlices.value)) {
        if (name !== API_SERVERS) this.#add(name, endpoints, numbers);
      }
    }
    for (const webhooks of [validatingWebhooks, mutatingWebhooks]) {
      if (webhooks.state !== 'observed') continue;
      for (const webhook of webhooks.value) {
        const { service, failurePolicy } = webhook;
        if (!service || failurePolicy !== 'Fail') continue;
        const key = `${service.namespace}/${service.name}`;
        const known = this.#webhooks.get(key);
        if (known) known.push(webhookName(webhook));
        else this.#webhooks.set(key, [webhookName(webhook)]);
      }
    }
  }

  after(lost: LostParts, moved: MovedPods): ServicesOutcome {
    const { endpointSlices } = this.#sections;
    const nothing = { interrupted: [], down: [], webhooks: [] };
    if (endpointSlices.state === 'absent') {
      return { verdict: 'not-applicable', ...nothing };
    }
    if (endpointSlices.state === 'unknown') {
      return lost.nodes.size > 0
        ? { verdict: 'unknown', reason: endpointSlices.reason, ...nothing }
        : { verdict: 'survives', ...nothing };
    }
    const interrupted: string[] = [];
    const down: string[] = [];
    for (const name of this.#emptied(lost)) {
      const pods = this.#services.get(name)?.pods ?? [];
      const isDown = pods.length > 0 && !pods.some(pod => moved.found.has(pod));
      (isDown ? down : interrupted).push(name);
    }
    const webhooksOf = (names: readonly string[]) =>
      names.flatMap(name => this.#webhooks.get(name) ?? []).sort();
    const downWebhooks = webhooksOf(down);
    const webhooks = [...webhooksOf(interrupted), ...downWebhooks].sort();
    return {
      verdict: verdictOf(down, downWebhooks, webhooks),
      interrupted: interrupted.sort(),
      down: down.sort(),
      webhooks,
    };
  }

  #add(
    name: string,
    endpoints: readonly EndpointSliceInfo['endpoints'][number][],
    numbers: ReadonlyMap<string, number>,
  ): void {
    // A Service with two address families has each pod twice.
    const targets = new Map(
      endpoints.map(endpoint => [
        endpoint.target ?? endpoint.addresses.join(','),
        endpoint,
      ]),
    );
    this.#services.set(name, {
      ready: targets.size,
      pods: [...targets.keys()].flatMap(target => numbers.get(target) ?? []),
    });
    for (const { nodeName } of targets.values()) {
      if (nodeName === undefined) continue;
      const there = this.#on.get(nodeName) ?? new Map<string, number>();
      there.set(name, (there.get(name) ?? 0) + 1);
      this.#on.set(nodeName, there);
    }
  }

  /** Services whose ready endpoints are all on the nodes that are lost. */
  #emptied({ nodes }: LostParts): string[] {
    const gone = new Map<string, number>();
    for (const node of nodes) {
      for (const [name, count] of this.#on.get(node) ?? []) {
        gone.set(name, (gone.get(name) ?? 0) + count);
      }
    }
    return [...gone].flatMap(([name, count]) =>
      count === this.#services.get(name)?.ready ? [name] : [],
    );
  }
}

function verdictOf(
  down: readonly string[],
  downWebhooks: readonly string[],
  webhooks: readonly string[],
): ServicesOutcome['verdict'] {
  if (down.includes(CLUSTER_DNS) || downWebhooks.length > 0) return 'outage';
  return down.length > 0 || webhooks.length > 0 ? 'degraded' : 'survives';
}
