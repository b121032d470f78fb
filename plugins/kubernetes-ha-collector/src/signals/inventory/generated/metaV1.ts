/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/meta_v1.proto by generateReaders.mjs: do not edit.
// Messages of k8s.io.apimachinery.pkg.apis.meta.v1, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import {
  jsonBool,
  jsonInt,
  jsonList,
  jsonMap,
  jsonObject,
  jsonString,
  jsonTime,
} from '../../../protobuf/jsonValues';

export interface ListMeta {
  resourceVersion: string | undefined;
  continue: string | undefined;
  remainingItemCount: number | undefined;
}
export function readListMeta(r: WireReader, end: number): ListMeta {
  const m: ListMeta = {
    resourceVersion: undefined,
    continue: undefined,
    remainingItemCount: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 18:
        m.resourceVersion = r.readString();
        break;
      case 26:
        m.continue = r.readString();
        break;
      case 32:
        m.remainingItemCount = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickListMeta(value: unknown): ListMeta {
  const o = jsonObject(value);
  return {
    resourceVersion: jsonString(o['resourceVersion']),
    continue: jsonString(o['continue']),
    remainingItemCount: jsonInt(o['remainingItemCount']),
  };
}

const ObjectMeta_annotations_keys: ReadonlySet<string> = new Set([
  'kubernetes.io/config.mirror',
]);
export interface ObjectMeta {
  name: string | undefined;
  namespace: string | undefined;
  creationTimestamp: number | undefined;
  deletionTimestamp: number | undefined;
  labels: Record<string, string> | undefined;
  annotations: Record<string, string> | undefined;
  ownerReferences: OwnerReference[] | undefined;
}
export function readObjectMeta(r: WireReader, end: number): ObjectMeta {
  const m: ObjectMeta = {
    name: undefined,
    namespace: undefined,
    creationTimestamp: undefined,
    deletionTimestamp: undefined,
    labels: undefined,
    annotations: undefined,
    ownerReferences: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.name = r.readString();
        break;
      case 26:
        m.namespace = r.readString();
        break;
      case 66:
        m.creationTimestamp = r.readTime();
        break;
      case 74:
        m.deletionTimestamp = r.readTime();
        break;
      case 90:
        r.readEntry((m.labels ??= {}), undefined, false);
        break;
      case 98:
        r.readEntry((m.annotations ??= {}), ObjectMeta_annotations_keys, false);
        break;
      case 106:
        (m.ownerReferences ??= []).push(readOwnerReference(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickObjectMeta(value: unknown): ObjectMeta {
  const o = jsonObject(value);
  return {
    name: jsonString(o['name']),
    namespace: jsonString(o['namespace']),
    creationTimestamp: jsonTime(o['creationTimestamp']),
    deletionTimestamp: jsonTime(o['deletionTimestamp']),
    labels: jsonMap(o['labels'], jsonString),
    annotations: jsonMap(
      o['annotations'],
      jsonString,
      ObjectMeta_annotations_keys,
    ),
    ownerReferences: jsonList(o['ownerReferences'], pickOwnerReference),
  };
}

export interface OwnerReference {
  kind: string | undefined;
  name: string | undefined;
  controller: boolean | undefined;
}
export function readOwnerReference(r: WireReader, end: number): OwnerReference {
  const m: OwnerReference = {
    kind: undefined,
    name: undefined,
    controller: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.kind = r.readString();
        break;
      case 26:
        m.name = r.readString();
        break;
      case 48:
        m.controller = r.readBool();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickOwnerReference(value: unknown): OwnerReference {
  const o = jsonObject(value);
  return {
    kind: jsonString(o['kind']),
    name: jsonString(o['name']),
    controller: jsonBool(o['controller']),
  };
}

export interface LabelSelector {
  matchLabels: Record<string, string> | undefined;
  matchExpressions: LabelSelectorRequirement[] | undefined;
}
export function readLabelSelector(r: WireReader, end: number): LabelSelector {
  const m: LabelSelector = {
    matchLabels: undefined,
    matchExpressions: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        r.readEntry((m.matchLabels ??= {}), undefined, false);
        break;
      case 18:
        (m.matchExpressions ??= []).push(
          readLabelSelectorRequirement(r, r.enter()),
        );
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickLabelSelector(value: unknown): LabelSelector {
  const o = jsonObject(value);
  return {
    matchLabels: jsonMap(o['matchLabels'], jsonString),
    matchExpressions: jsonList(
      o['matchExpressions'],
      pickLabelSelectorRequirement,
    ),
  };
}

export interface LabelSelectorRequirement {
  key: string | undefined;
  operator: string | undefined;
  values: string[] | undefined;
}
export function readLabelSelectorRequirement(
  r: WireReader,
  end: number,
): LabelSelectorRequirement {
  const m: LabelSelectorRequirement = {
    key: undefined,
    operator: undefined,
    values: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.key = r.readString();
        break;
      case 18:
        m.operator = r.readString();
        break;
      case 26:
        (m.values ??= []).push(r.readString());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickLabelSelectorRequirement(
  value: unknown,
): LabelSelectorRequirement {
  const o = jsonObject(value);
  return {
    key: jsonString(o['key']),
    operator: jsonString(o['operator']),
    values: jsonList(o['values'], jsonString),
  };
}
