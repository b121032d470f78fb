/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/admissionregistration_v1.proto by generateReaders.mjs: do not edit.
// Messages of k8s.io.api.admissionregistration.v1, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import {
  jsonBytes,
  jsonInt,
  jsonList,
  jsonMessage,
  jsonObject,
  jsonString,
} from '../../../protobuf/jsonValues';
import {
  LabelSelector,
  pickLabelSelector,
  readLabelSelector,
  ObjectMeta,
  pickObjectMeta,
  readObjectMeta,
} from './metaV1';

export interface ValidatingWebhookConfiguration {
  metadata: ObjectMeta | undefined;
  Webhooks: ValidatingWebhook[] | undefined;
}
export function readValidatingWebhookConfiguration(
  r: WireReader,
  end: number,
): ValidatingWebhookConfiguration {
  const m: ValidatingWebhookConfiguration = {
    metadata: undefined,
    Webhooks: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.metadata = readObjectMeta(r, r.enter());
        break;
      case 18:
        (m.Webhooks ??= []).push(readValidatingWebhook(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickValidatingWebhookConfiguration(
  value: unknown,
): ValidatingWebhookConfiguration {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    Webhooks: jsonList(o['webhooks'], pickValidatingWebhook),
  };
}

export interface ValidatingWebhook {
  name: string | undefined;
  clientConfig: WebhookClientConfig | undefined;
  rules: RuleWithOperations[] | undefined;
  failurePolicy: string | undefined;
  namespaceSelector: LabelSelector | undefined;
  timeoutSeconds: number | undefined;
  objectSelector: LabelSelector | undefined;
  matchConditions: MatchCondition[] | undefined;
}
export function readValidatingWebhook(
  r: WireReader,
  end: number,
): ValidatingWebhook {
  const m: ValidatingWebhook = {
    name: undefined,
    clientConfig: undefined,
    rules: undefined,
    failurePolicy: undefined,
    namespaceSelector: undefined,
    timeoutSeconds: undefined,
    objectSelector: undefined,
    matchConditions: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.name = r.readString();
        break;
      case 18:
        m.clientConfig = readWebhookClientConfig(r, r.enter());
        break;
      case 26:
        (m.rules ??= []).push(readRuleWithOperations(r, r.enter()));
        break;
      case 34:
        m.failurePolicy = r.readString();
        break;
      case 42:
        m.namespaceSelector = readLabelSelector(r, r.enter());
        break;
      case 56:
        m.timeoutSeconds = r.readInt();
        break;
      case 82:
        m.objectSelector = readLabelSelector(r, r.enter());
        break;
      case 90:
        (m.matchConditions ??= []).push(readMatchCondition(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickValidatingWebhook(value: unknown): ValidatingWebhook {
  const o = jsonObject(value);
  return {
    name: jsonString(o['name']),
    clientConfig: jsonMessage(o['clientConfig'], pickWebhookClientConfig),
    rules: jsonList(o['rules'], pickRuleWithOperations),
    failurePolicy: jsonString(o['failurePolicy']),
    namespaceSelector: jsonMessage(o['namespaceSelector'], pickLabelSelector),
    timeoutSeconds: jsonInt(o['timeoutSeconds']),
    objectSelector: jsonMessage(o['objectSelector'], pickLabelSelector),
    matchConditions: jsonList(o['matchConditions'], pickMatchCondition),
  };
}

export interface MutatingWebhookConfiguration {
  metadata: ObjectMeta | undefined;
  Webhooks: MutatingWebhook[] | undefined;
}
export function readMutatingWebhookConfiguration(
  r: WireReader,
  end: number,
): MutatingWebhookConfiguration {
  const m: MutatingWebhookConfiguration = {
    metadata: undefined,
    Webhooks: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.metadata = readObjectMeta(r, r.enter());
        break;
      case 18:
        (m.Webhooks ??= []).push(readMutatingWebhook(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickMutatingWebhookConfiguration(
  value: unknown,
): MutatingWebhookConfiguration {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    Webhooks: jsonList(o['webhooks'], pickMutatingWebhook),
  };
}

export interface MutatingWebhook {
  name: string | undefined;
  clientConfig: WebhookClientConfig | undefined;
  rules: RuleWithOperations[] | undefined;
  failurePolicy: string | undefined;
  namespaceSelector: LabelSelector | undefined;
  timeoutSeconds: number | undefined;
  objectSelector: LabelSelector | undefined;
  matchConditions: MatchCondition[] | undefined;
}
export function readMutatingWebhook(
  r: WireReader,
  end: number,
): MutatingWebhook {
  const m: MutatingWebhook = {
    name: undefined,
    clientConfig: undefined,
    rules: undefined,
    failurePolicy: undefined,
    namespaceSelector: undefined,
    timeoutSeconds: undefined,
    objectSelector: undefined,
    matchConditions: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.name = r.readString();
        break;
      case 18:
        m.clientConfig = readWebhookClientConfig(r, r.enter());
        break;
      case 26:
        (m.rules ??= []).push(readRuleWithOperations(r, r.enter()));
        break;
      case 34:
        m.failurePolicy = r.readString();
        break;
      case 42:
        m.namespaceSelector = readLabelSelector(r, r.enter());
        break;
      case 56:
        m.timeoutSeconds = r.readInt();
        break;
      case 90:
        m.objectSelector = readLabelSelector(r, r.enter());
        break;
      case 98:
        (m.matchConditions ??= []).push(readMatchCondition(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickMutatingWebhook(value: unknown): MutatingWebhook {
  const o = jsonObject(value);
  return {
    name: jsonString(o['name']),
    clientConfig: jsonMessage(o['clientConfig'], pickWebhookClientConfig),
    rules: jsonList(o['rules'], pickRuleWithOperations),
    failurePolicy: jsonString(o['failurePolicy']),
    namespaceSelector: jsonMessage(o['namespaceSelector'], pickLabelSelector),
    timeoutSeconds: jsonInt(o['timeoutSeconds']),
    objectSelector: jsonMessage(o['objectSelector'], pickLabelSelector),
    matchConditions: jsonList(o['matchConditions'], pickMatchCondition),
  };
}

export interface WebhookClientConfig {
  service: ServiceReference | undefined;
  caBundle: Uint8Array | undefined;
  url: string | undefined;
}
export function readWebhookClientConfig(
  r: WireReader,
  end: number,
): WebhookClientConfig {
  const m: WebhookClientConfig = {
    service: undefined,
    caBundle: undefined,
    url: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.service = readServiceReference(r, r.enter());
        break;
      case 18:
        m.caBundle = r.readBytes();
        break;
      case 26:
        m.url = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickWebhookClientConfig(value: unknown): WebhookClientConfig {
  const o = jsonObject(value);
  return {
    service: jsonMessage(o['service'], pickServiceReference),
    caBundle: jsonBytes(o['caBundle']),
    url: jsonString(o['url']),
  };
}

export interface ServiceReference {
  namespace: string | undefined;
  name: string | undefined;
}
export function readServiceReference(
  r: WireReader,
  end: number,
): ServiceReference {
  const m: ServiceReference = { namespace: undefined, name: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.namespace = r.readString();
        break;
      case 18:
        m.name = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickServiceReference(value: unknown): ServiceReference {
  const o = jsonObject(value);
  return { namespace: jsonString(o['namespace']), name: jsonString(o['name']) };
}

export interface RuleWithOperations {
  operations: string[] | undefined;
  rule: Rule | undefined;
}
export function readRuleWithOperations(
  r: WireReader,
  end: number,
): RuleWithOperations {
  const m: RuleWithOperations = { operations: undefined, rule: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        (m.operations ??= []).push(r.readString());
        break;
      case 18:
        m.rule = readRule(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickRuleWithOperations(value: unknown): RuleWithOperations {
  const o = jsonObject(value);
  return {
    operations: jsonList(o['operations'], jsonString),
    rule: pickRule(o),
  };
}

export interface Rule {
  apiGroups: string[] | undefined;
  resources: string[] | undefined;
  scope: string | undefined;
}
export function readRule(r: WireReader, end: number): Rule {
  const m: Rule = {
    apiGroups: undefined,
    resources: undefined,
    scope: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        (m.apiGroups ??= []).push(r.readString());
        break;
      case 26:
        (m.resources ??= []).push(r.readString());
        break;
      case 34:
        m.scope = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickRule(value: unknown): Rule {
  const o = jsonObject(value);
  return {
    apiGroups: jsonList(o['apiGroups'], jsonString),
    resources: jsonList(o['resources'], jsonString),
    scope: jsonString(o['scope']),
  };
}

export interface MatchCondition {
  name: string | undefined;
}
export function readMatchCondition(r: WireReader, end: number): MatchCondition {
  const m: MatchCondition = { name: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.name = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickMatchCondition(value: unknown): MatchCondition {
  const o = jsonObject(value);
  return { name: jsonString(o['name']) };
}
