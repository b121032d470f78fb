/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { WebhookInfo } from 'backstage-plugin-kubernetes-ha-common';
import type {
  MutatingWebhook,
  MutatingWebhookConfiguration,
  RuleWithOperations,
  ValidatingWebhook,
  ValidatingWebhookConfiguration,
} from '../generated/admissionregistrationV1';
import { projectCaBundle } from './caBundle';
import { projectSelector } from './labelSelector';

/** Seconds when a webhook names none. Source: k8s.io/api admissionregistration/v1 types.go */
const DEFAULT_TIMEOUT_SECONDS = 10;

/** One configuration object holds any number of webhooks. */
export function projectWebhooks({
  metadata,
  Webhooks,
}:
  | ValidatingWebhookConfiguration
  | MutatingWebhookConfiguration): WebhookInfo[] {
  return (Webhooks ?? []).map(webhook =>
    projectWebhook(metadata?.name ?? '', webhook),
  );
}

function projectWebhook(
  configuration: string,
  webhook: ValidatingWebhook | MutatingWebhook,
): WebhookInfo {
  const service = webhook.clientConfig?.service;
  return {
    configuration,
    name: webhook.name ?? '',
    // Fail is the default of admissionregistration.k8s.io/v1.
    failurePolicy: webhook.failurePolicy === 'Ignore' ? 'Ignore' : 'Fail',
    timeoutSeconds: webhook.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    service: service && {
      namespace: service.namespace ?? '',
      name: service.name ?? '',
    },
    url: webhook.clientConfig?.url || undefined,
    ca: projectCaBundle(webhook.clientConfig?.caBundle),
    namespaceSelector: projectSelector(webhook.namespaceSelector),
    objectSelector: projectSelector(webhook.objectSelector),
    matchConditions: webhook.matchConditions?.length ?? 0,
    rules: (webhook.rules ?? []).map(projectRule),
  };
}

function projectRule({ operations, rule }: RuleWithOperations) {
  return {
    apiGroups: rule?.apiGroups ?? [],
    resources: rule?.resources ?? [],
    operations: operations ?? [],
    scope: rule?.scope || undefined,
  };
}
