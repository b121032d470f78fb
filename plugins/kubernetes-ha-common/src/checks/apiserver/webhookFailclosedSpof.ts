/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type {
  EndpointSliceInfo,
  WebhookInfo,
} from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { hostPort, isLoopback } from '../hostPort';
import { fail, pass, unknown, warn } from '../outcome';
import { excludesNamespace, vitalResourcesOf } from './webhookScope';

/**
 * Fail-closed webhooks that stand before pods, nodes, leases or EndpointSlices:
 * when none of their servers answers, no pod starts any more, the webhook's
 * own included. Unit: endpoints.
 * Source: https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/. @public
 */
export const webhookFailclosedSpof = defineCheck({
  id: 'webhook-failclosed-spof',
  layer: 'apiserver',
  severity: 'critical',
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
    const guarding = [...values.validatingWebhooks, ...values.mutatingWebhooks]
      .filter(({ failurePolicy }) => failurePolicy === 'Fail')
      .map(webhook => ({ webhook, guards: vitalResourcesOf(webhook) }))
      .filter(({ guards }) => guards.length > 0)
      .map(({ webhook, guards }) => ({
        name: `${webhook.configuration}/${webhook.name}`,
        guards,
        ...weaknessOf(
          webhook,
          guards,
          values.endpointSlices,
          signals,
          thresholds,
        ),
      }));
    const required = message('webhook-failclosed-spof.required', {
      endpoints: thresholds.endpoints,
      timeoutSeconds: thresholds.timeoutSeconds,
    });
    if (guarding.length === 0) {
      return pass(message('webhook-failclosed-spof.none'), required);
    }
    const of = (wanted: Weakness) =>
      guarding.filter(({ weakness }) => weakness === wanted);
    const saying = (found: typeof guarding) => {
      const [first] = found;
      return message('webhook-failclosed-spof.observed', {
        webhook: first.name,
        weakness: first.weakness,
        guards: first.guards,
        endpoints: first.endpoints,
        nodes: first.nodes,
        more: found.length - 1,
      });
    };
    const parts = (found: typeof guarding) => ({
      unblocks: message('webhook-failclosed-spof.unblocks', {
        webhooks: found.map(({ name }) => name),
      }),
      subjects: found.map(({ name }) => name),
    });

    const broken = of('too-few-endpoints');
    if (broken.length > 0) return fail(saying(broken), required, parts(broken));
    const elsewhere = of('url');
    if (elsewhere.length > 0) {
      return unknown(
        'not-exposed',
        saying(elsewhere),
        required,
        parts(elsewhere),
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
  /** Served outside the cluster: nobody here sees how many answer. */
  | 'url'
  | 'one-node'
  | 'one-zone'
  | 'own-namespace'
  | 'slow-timeout'
  | 'none';

function weaknessOf(
  webhook: WebhookInfo,
  guards: readonly string[],
  slices: readonly EndpointSliceInfo[],
  signals: Readonly<Sections>,
  limits: Readonly<{ endpoints: number; timeoutSeconds: number }>,
): { weakness: Weakness; endpoints: number; nodes: number; untold: boolean } {
  const { service } = webhook;
  if (!service) {
    const host = webhook.url && hostPort(webhook.url)?.host;
    // Beside each API server: it lives and dies with the one that asks it.
    const isBeside = host !== undefined && isLoopback(host || '');
    return {
      weakness: isBeside ? 'none' : 'url',
      endpoints: 0,
      nodes: 0,
      untold: false,
    };
  }
  const ready = slices
    .filter(
      slice =>
        slice.namespace === service.namespace && slice.service === service.name,
    )
    .flatMap(({ endpoints }) => endpoints)
    .filter(endpoint => endpoint.ready);
  const endpoints = new Set(
    ready.map(({ target, addresses }) => target ?? addresses[0]),
  ).size;
  // An address without a node (a Service without selector) is a machine of its own.
  const nodes = new Set(
    ready.map(({ nodeName, addresses }) => nodeName ?? addresses[0]),
  ).size;
  const zoneOfNode = new Map(
    signals.nodes.state === 'observed'
      ? signals.nodes.value.map(node => [node.name, node.zone])
      : [],
  );
  const zonesOfCluster = new Set(
    [...zoneOfNode.values()].filter(zone => zone !== undefined),
  ).size;
  const zones = ready.map(
    ({ zone, nodeName }) => zone ?? zoneOfNode.get(nodeName ?? ''),
  );
  const inOneZone =
    zonesOfCluster > 1 &&
    zones.every(zone => zone !== undefined && zone === zones[0]);

  const own = excludesNamespace(webhook, service.namespace);
  const weakness = (): Weakness => {
    if (endpoints < limits.endpoints) return 'too-few-endpoints';
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
