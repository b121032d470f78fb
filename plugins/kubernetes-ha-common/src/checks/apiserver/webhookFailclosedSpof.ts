/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { WebhookInfo } from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { failureDomains } from '../topology/failureDomains';
import {
  isBeside,
  ReadyEndpoints,
  readyEndpoints,
  webhookName,
} from './webhookBackends';
import { excludesNamespace, reachOf, WebhookReach } from './webhookScope';

/**
 * Fail-closed webhooks that stand before pods, nodes, leases or EndpointSlices:
 * when none of their servers answers, what they guard stands still. A failure
 * where one can stop kube-system, the nodes or its own backend; a warning that
 * names the scope where it can stop none of these. Unit: endpoints.
 * Source: https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/. @public
 */
export const webhookFailclosedSpof = defineCheck({
  id: 'webhook-failclosed-spof',
  layer: 'apiserver',
  severity: 'critical',
  kind: 'design',
  stage: 1,
  reads: ['validatingWebhooks', 'mutatingWebhooks', 'endpointSlices'],
  consults: ['nodes'],
  thresholds: {
    endpoints: {
      value: 2,
      unit: 'endpoints',
      source:
        'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/',
    },
    timeoutSeconds: {
      value: 10,
      unit: 's',
      source: 'admissionregistration.k8s.io/v1: timeoutSeconds defaults to 10',
    },
  },
  runbook: 'RB-WEBHOOK-DEADLOCK',
  source:
    'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/',
  evaluate({ values, signals, thresholds }) {
    const endpoints = readyEndpoints(values.endpointSlices);
    const places = placesOf(signals);
    const guarding = [...values.validatingWebhooks, ...values.mutatingWebhooks]
      .filter(({ failurePolicy }) => failurePolicy === 'Fail')
      .map(webhook => ({ webhook, reach: reachOf(webhook) }))
      .filter(({ reach }) => reach.guards.length > 0)
      .map(({ webhook, reach }) => ({
        name: webhookName(webhook),
        conditions: webhook.matchConditions,
        ...reach,
        ...weaknessOf(webhook, reach, endpoints, places, thresholds),
      }));
    const required = message('webhook-failclosed-spof.required', {
      endpoints: thresholds.endpoints,
      timeoutSeconds: thresholds.timeoutSeconds,
    });
    if (guarding.length === 0) {
      return pass(message('webhook-failclosed-spof.none'), required);
    }
    const of = (...wanted: Weakness[]) =>
      guarding.filter(({ weakness }) => wanted.includes(weakness));
    const saying = (found: typeof guarding) => {
      const [first] = found;
      return message('webhook-failclosed-spof.observed', {
        webhook: first.name,
        weakness: first.weakness,
        guards: first.guards,
        endpoints: first.endpoints,
        nodes: first.nodes,
        stops: first.stops,
        scope: first.scope,
        conditions: first.conditions,
        more: found.length - 1,
      });
    };
    const parts = (found: typeof guarding) => ({
      fix: message('webhook-failclosed-spof.fix', {
        webhooks: found.map(({ name }) => name),
      }),
      subjects: found.map(({ name }) => name),
    });

    const broken = of('too-few-endpoints');
    if (broken.length > 0) return fail(saying(broken), required, parts(broken));
    const undecided = of('conditional', 'url');
    if (undecided.length > 0) {
      const [{ weakness }] = undecided;
      return unknown(
        weakness === 'url' ? 'not-exposed' : 'inconclusive',
        saying(undecided),
        required,
        parts(undecided),
      );
    }
    const weak = guarding.filter(({ weakness }) => weakness !== 'none');
    if (weak.length > 0) return warn(saying(weak), required, parts(weak));
    return pass(
      message('webhook-failclosed-spof.sound', {
        webhooks: guarding.length,
        untold: guarding.filter(({ untold }) => untold).map(({ name }) => name),
      }),
      required,
    );
  },
});

/** What is wrong with a webhook; the worst only. */
type Weakness =
  | 'too-few-endpoints'
  /** Too few endpoints, and match conditions decide whether it can stop the cluster. */
  | 'conditional'
  /** Too few endpoints, and it can stop no part of the cluster itself. */
  | 'limited'
  /** Served outside the cluster: nobody here sees how many answer. */
  | 'url'
  | 'one-node'
  | 'one-zone'
  | 'own-namespace'
  | 'slow-timeout'
  | 'none';

/** Zones of the nodes, as far as they are known. */
interface Places {
  zoneOf: ReadonlyMap<string, string | undefined>;
  hasZones: boolean;
}

function placesOf({ nodes }: Readonly<Pick<Sections, 'nodes'>>): Places {
  const known = nodes.state === 'observed' ? nodes.value : [];
  const domains = failureDomains(known);
  const zoneOf = new Map(known.map(node => [node.name, domains.of(node)]));
  const zones = new Set([...zoneOf.values()].filter(Boolean));
  return { zoneOf, hasZones: zones.size > 1 };
}

function weaknessOf(
  webhook: WebhookInfo,
  { guards, stops }: WebhookReach,
  endpointsOf: ReadyEndpoints,
  { zoneOf, hasZones }: Places,
  limits: Readonly<{ endpoints: number; timeoutSeconds: number }>,
): { weakness: Weakness; endpoints: number; nodes: number; untold: boolean } {
  const isLimited = stops.length === 0;
  const { service } = webhook;
  if (!service) {
    return {
      weakness: isBeside(webhook) || isLimited ? 'none' : 'url',
      endpoints: 0,
      nodes: 0,
      untold: false,
    };
  }
  const ready = endpointsOf.get(`${service.namespace}/${service.name}`) ?? [];
  const endpoints = new Set(
    ready.map(({ target, addresses }) => target ?? addresses[0]),
  ).size;
  // An address without a node (a Service without selector) is a machine of its own.
  const nodes = new Set(
    ready.map(({ nodeName, addresses }) => nodeName ?? addresses[0]),
  ).size;
  const zones = ready.map(
    ({ zone, nodeName }) => zoneOf.get(nodeName ?? '') ?? zone,
  );
  const inOneZone =
    hasZones && zones.every(zone => zone !== undefined && zone === zones[0]);

  const own = excludesNamespace(webhook, service.namespace);
  const weakness = (): Weakness => {
    if (endpoints < limits.endpoints) {
      if (isLimited) return 'limited';
      return webhook.matchConditions > 0 ? 'conditional' : 'too-few-endpoints';
    }
    if (isLimited) return 'none';
    if (nodes < 2) return 'one-node';
    if (inOneZone) return 'one-zone';
    if (guards.includes('pods') && own === 'included') return 'own-namespace';
    return webhook.timeoutSeconds > limits.timeoutSeconds
      ? 'slow-timeout'
      : 'none';
  };
  return {
    weakness: weakness(),
    endpoints,
    nodes,
    untold: guards.includes('pods') && own === 'untold',
  };
}
