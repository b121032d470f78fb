/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/discovery_v1.proto by generateReaders.mjs: do not edit.
// Messages of k8s.io.api.discovery.v1, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import {
  jsonBool,
  jsonInt,
  jsonList,
  jsonMessage,
  jsonObject,
  jsonString,
} from '../../../protobuf/jsonValues';
import {
  ObjectReference,
  pickObjectReference,
  readObjectReference,
} from './coreV1';
import { ObjectMeta, pickObjectMeta, readObjectMeta } from './metaV1';

export interface EndpointSlice {
  metadata: ObjectMeta | undefined;
  endpoints: Endpoint[] | undefined;
  ports: EndpointPort[] | undefined;
}
export function readEndpointSlice(r: WireReader, end: number): EndpointSlice {
  const m: EndpointSlice = {
    metadata: undefined,
    endpoints: undefined,
    ports: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.metadata = readObjectMeta(r, r.enter());
        break;
      case 18:
        (m.endpoints ??= []).push(readEndpoint(r, r.enter()));
        break;
      case 26:
        (m.ports ??= []).push(readEndpointPort(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickEndpointSlice(value: unknown): EndpointSlice {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    endpoints: jsonList(o['endpoints'], pickEndpoint),
    ports: jsonList(o['ports'], pickEndpointPort),
  };
}

export interface Endpoint {
  addresses: string[] | undefined;
  conditions: EndpointConditions | undefined;
  targetRef: ObjectReference | undefined;
  nodeName: string | undefined;
  zone: string | undefined;
}
export function readEndpoint(r: WireReader, end: number): Endpoint {
  const m: Endpoint = {
    addresses: undefined,
    conditions: undefined,
    targetRef: undefined,
    nodeName: undefined,
    zone: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        (m.addresses ??= []).push(r.readString());
        break;
      case 18:
        m.conditions = readEndpointConditions(r, r.enter());
        break;
      case 34:
        m.targetRef = readObjectReference(r, r.enter());
        break;
      case 50:
        m.nodeName = r.readString();
        break;
      case 58:
        m.zone = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickEndpoint(value: unknown): Endpoint {
  const o = jsonObject(value);
  return {
    addresses: jsonList(o['addresses'], jsonString),
    conditions: jsonMessage(o['conditions'], pickEndpointConditions),
    targetRef: jsonMessage(o['targetRef'], pickObjectReference),
    nodeName: jsonString(o['nodeName']),
    zone: jsonString(o['zone']),
  };
}

export interface EndpointConditions {
  ready: boolean | undefined;
}
export function readEndpointConditions(
  r: WireReader,
  end: number,
): EndpointConditions {
  const m: EndpointConditions = { ready: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 8:
        m.ready = r.readBool();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickEndpointConditions(value: unknown): EndpointConditions {
  const o = jsonObject(value);
  return { ready: jsonBool(o['ready']) };
}

export interface EndpointPort {
  name: string | undefined;
  port: number | undefined;
}
export function readEndpointPort(r: WireReader, end: number): EndpointPort {
  const m: EndpointPort = { name: undefined, port: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.name = r.readString();
        break;
      case 24:
        m.port = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickEndpointPort(value: unknown): EndpointPort {
  const o = jsonObject(value);
  return { name: jsonString(o['name']), port: jsonInt(o['port']) };
}
