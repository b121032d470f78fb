/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/apiregistration_v1.proto by generateReaders.mjs: do not edit.
// Messages of k8s.io.kube_aggregator.pkg.apis.apiregistration.v1, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import {
  jsonList,
  jsonMessage,
  jsonObject,
  jsonString,
  jsonTime,
} from '../../../protobuf/jsonValues';
import { ObjectMeta, pickObjectMeta, readObjectMeta } from './metaV1';

export interface APIService {
  metadata: ObjectMeta | undefined;
  spec: APIServiceSpec | undefined;
  status: APIServiceStatus | undefined;
}
export function readAPIService(r: WireReader, end: number): APIService {
  const m: APIService = {
    metadata: undefined,
    spec: undefined,
    status: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.metadata = readObjectMeta(r, r.enter());
        break;
      case 18:
        m.spec = readAPIServiceSpec(r, r.enter());
        break;
      case 26:
        m.status = readAPIServiceStatus(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickAPIService(value: unknown): APIService {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickAPIServiceSpec),
    status: jsonMessage(o['status'], pickAPIServiceStatus),
  };
}

export interface APIServiceSpec {
  service: ServiceReference | undefined;
  group: string | undefined;
  version: string | undefined;
}
export function readAPIServiceSpec(r: WireReader, end: number): APIServiceSpec {
  const m: APIServiceSpec = {
    service: undefined,
    group: undefined,
    version: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.service = readServiceReference(r, r.enter());
        break;
      case 18:
        m.group = r.readString();
        break;
      case 26:
        m.version = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickAPIServiceSpec(value: unknown): APIServiceSpec {
  const o = jsonObject(value);
  return {
    service: jsonMessage(o['service'], pickServiceReference),
    group: jsonString(o['group']),
    version: jsonString(o['version']),
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

export interface APIServiceStatus {
  conditions: APIServiceCondition[] | undefined;
}
export function readAPIServiceStatus(
  r: WireReader,
  end: number,
): APIServiceStatus {
  const m: APIServiceStatus = { conditions: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        (m.conditions ??= []).push(readAPIServiceCondition(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickAPIServiceStatus(value: unknown): APIServiceStatus {
  const o = jsonObject(value);
  return { conditions: jsonList(o['conditions'], pickAPIServiceCondition) };
}

export interface APIServiceCondition {
  type: string | undefined;
  status: string | undefined;
  lastTransitionTime: number | undefined;
  reason: string | undefined;
}
export function readAPIServiceCondition(
  r: WireReader,
  end: number,
): APIServiceCondition {
  const m: APIServiceCondition = {
    type: undefined,
    status: undefined,
    lastTransitionTime: undefined,
    reason: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.type = r.readString();
        break;
      case 18:
        m.status = r.readString();
        break;
      case 26:
        m.lastTransitionTime = r.readTime();
        break;
      case 34:
        m.reason = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickAPIServiceCondition(value: unknown): APIServiceCondition {
  const o = jsonObject(value);
  return {
    type: jsonString(o['type']),
    status: jsonString(o['status']),
    lastTransitionTime: jsonTime(o['lastTransitionTime']),
    reason: jsonString(o['reason']),
  };
}
