/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/core_v1.proto by generateReaders.mjs: do not edit.
// Messages of k8s.io.api.core.v1, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import {
  jsonBool,
  jsonInt,
  jsonList,
  jsonMap,
  jsonMessage,
  jsonObject,
  jsonQuantity,
  jsonString,
  jsonTime,
} from '../../../protobuf/jsonValues';
import { ObjectMeta, pickObjectMeta, readObjectMeta } from './metaV1';

export interface Pod {
  metadata: ObjectMeta | undefined;
  spec: PodSpec | undefined;
  status: PodStatus | undefined;
}
export function readPod(r: WireReader, end: number): Pod {
  const m: Pod = { metadata: undefined, spec: undefined, status: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.metadata = readObjectMeta(r, r.enter());
        break;
      case 18:
        m.spec = readPodSpec(r, r.enter());
        break;
      case 26:
        m.status = readPodStatus(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPod(value: unknown): Pod {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickPodSpec),
    status: jsonMessage(o['status'], pickPodStatus),
  };
}

const PodSpec_overhead_keys: ReadonlySet<string> = new Set(['cpu', 'memory']);
export interface PodSpec {
  containers: Container[] | undefined;
  nodeName: string | undefined;
  hostNetwork: boolean | undefined;
  initContainers: Container[] | undefined;
  priorityClassName: string | undefined;
  priority: number | undefined;
  overhead: Record<string, string> | undefined;
  resources: ResourceRequirements | undefined;
}
export function readPodSpec(r: WireReader, end: number): PodSpec {
  const m: PodSpec = {
    containers: undefined,
    nodeName: undefined,
    hostNetwork: undefined,
    initContainers: undefined,
    priorityClassName: undefined,
    priority: undefined,
    overhead: undefined,
    resources: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 18:
        (m.containers ??= []).push(readContainer(r, r.enter()));
        break;
      case 82:
        m.nodeName = r.readString();
        break;
      case 88:
        m.hostNetwork = r.readBool();
        break;
      case 162:
        (m.initContainers ??= []).push(readContainer(r, r.enter()));
        break;
      case 194:
        m.priorityClassName = r.readString();
        break;
      case 200:
        m.priority = r.readInt();
        break;
      case 258:
        r.readEntry((m.overhead ??= {}), PodSpec_overhead_keys, true);
        break;
      case 322:
        m.resources = readResourceRequirements(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPodSpec(value: unknown): PodSpec {
  const o = jsonObject(value);
  return {
    containers: jsonList(o['containers'], pickContainer),
    nodeName: jsonString(o['nodeName']),
    hostNetwork: jsonBool(o['hostNetwork']),
    initContainers: jsonList(o['initContainers'], pickContainer),
    priorityClassName: jsonString(o['priorityClassName']),
    priority: jsonInt(o['priority']),
    overhead: jsonMap(o['overhead'], jsonQuantity, PodSpec_overhead_keys),
    resources: jsonMessage(o['resources'], pickResourceRequirements),
  };
}

export interface Container {
  name: string | undefined;
  command: string[] | undefined;
  args: string[] | undefined;
  resources: ResourceRequirements | undefined;
  restartPolicy: string | undefined;
}
export function readContainer(r: WireReader, end: number): Container {
  const m: Container = {
    name: undefined,
    command: undefined,
    args: undefined,
    resources: undefined,
    restartPolicy: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.name = r.readString();
        break;
      case 26:
        (m.command ??= []).push(r.readString());
        break;
      case 34:
        (m.args ??= []).push(r.readString());
        break;
      case 66:
        m.resources = readResourceRequirements(r, r.enter());
        break;
      case 194:
        m.restartPolicy = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickContainer(value: unknown): Container {
  const o = jsonObject(value);
  return {
    name: jsonString(o['name']),
    command: jsonList(o['command'], jsonString),
    args: jsonList(o['args'], jsonString),
    resources: jsonMessage(o['resources'], pickResourceRequirements),
    restartPolicy: jsonString(o['restartPolicy']),
  };
}

const ResourceRequirements_requests_keys: ReadonlySet<string> = new Set([
  'cpu',
  'memory',
]);
export interface ResourceRequirements {
  requests: Record<string, string> | undefined;
}
export function readResourceRequirements(
  r: WireReader,
  end: number,
): ResourceRequirements {
  const m: ResourceRequirements = { requests: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 18:
        r.readEntry(
          (m.requests ??= {}),
          ResourceRequirements_requests_keys,
          true,
        );
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickResourceRequirements(value: unknown): ResourceRequirements {
  const o = jsonObject(value);
  return {
    requests: jsonMap(
      o['requests'],
      jsonQuantity,
      ResourceRequirements_requests_keys,
    ),
  };
}

export interface PodStatus {
  phase: string | undefined;
  conditions: PodCondition[] | undefined;
  containerStatuses: ContainerStatus[] | undefined;
  initContainerStatuses: ContainerStatus[] | undefined;
}
export function readPodStatus(r: WireReader, end: number): PodStatus {
  const m: PodStatus = {
    phase: undefined,
    conditions: undefined,
    containerStatuses: undefined,
    initContainerStatuses: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.phase = r.readString();
        break;
      case 18:
        (m.conditions ??= []).push(readPodCondition(r, r.enter()));
        break;
      case 66:
        (m.containerStatuses ??= []).push(readContainerStatus(r, r.enter()));
        break;
      case 82:
        (m.initContainerStatuses ??= []).push(
          readContainerStatus(r, r.enter()),
        );
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPodStatus(value: unknown): PodStatus {
  const o = jsonObject(value);
  return {
    phase: jsonString(o['phase']),
    conditions: jsonList(o['conditions'], pickPodCondition),
    containerStatuses: jsonList(o['containerStatuses'], pickContainerStatus),
    initContainerStatuses: jsonList(
      o['initContainerStatuses'],
      pickContainerStatus,
    ),
  };
}

export interface PodCondition {
  type: string | undefined;
  status: string | undefined;
  lastTransitionTime: number | undefined;
  reason: string | undefined;
}
export function readPodCondition(r: WireReader, end: number): PodCondition {
  const m: PodCondition = {
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
      case 34:
        m.lastTransitionTime = r.readTime();
        break;
      case 42:
        m.reason = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPodCondition(value: unknown): PodCondition {
  const o = jsonObject(value);
  return {
    type: jsonString(o['type']),
    status: jsonString(o['status']),
    lastTransitionTime: jsonTime(o['lastTransitionTime']),
    reason: jsonString(o['reason']),
  };
}

export interface ContainerStatus {
  name: string | undefined;
  restartCount: number | undefined;
}
export function readContainerStatus(
  r: WireReader,
  end: number,
): ContainerStatus {
  const m: ContainerStatus = { name: undefined, restartCount: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.name = r.readString();
        break;
      case 40:
        m.restartCount = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickContainerStatus(value: unknown): ContainerStatus {
  const o = jsonObject(value);
  return {
    name: jsonString(o['name']),
    restartCount: jsonInt(o['restartCount']),
  };
}

export interface Node {
  metadata: ObjectMeta | undefined;
  spec: NodeSpec | undefined;
  status: NodeStatus | undefined;
}
export function readNode(r: WireReader, end: number): Node {
  const m: Node = { metadata: undefined, spec: undefined, status: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.metadata = readObjectMeta(r, r.enter());
        break;
      case 18:
        m.spec = readNodeSpec(r, r.enter());
        break;
      case 26:
        m.status = readNodeStatus(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickNode(value: unknown): Node {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickNodeSpec),
    status: jsonMessage(o['status'], pickNodeStatus),
  };
}

export interface NodeSpec {
  providerID: string | undefined;
  unschedulable: boolean | undefined;
  taints: Taint[] | undefined;
}
export function readNodeSpec(r: WireReader, end: number): NodeSpec {
  const m: NodeSpec = {
    providerID: undefined,
    unschedulable: undefined,
    taints: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 26:
        m.providerID = r.readString();
        break;
      case 32:
        m.unschedulable = r.readBool();
        break;
      case 42:
        (m.taints ??= []).push(readTaint(r, r.enter()));
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickNodeSpec(value: unknown): NodeSpec {
  const o = jsonObject(value);
  return {
    providerID: jsonString(o['providerID']),
    unschedulable: jsonBool(o['unschedulable']),
    taints: jsonList(o['taints'], pickTaint),
  };
}

export interface Taint {
  key: string | undefined;
  value: string | undefined;
  effect: string | undefined;
}
export function readTaint(r: WireReader, end: number): Taint {
  const m: Taint = { key: undefined, value: undefined, effect: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.key = r.readString();
        break;
      case 18:
        m.value = r.readString();
        break;
      case 26:
        m.effect = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickTaint(value: unknown): Taint {
  const o = jsonObject(value);
  return {
    key: jsonString(o['key']),
    value: jsonString(o['value']),
    effect: jsonString(o['effect']),
  };
}

const NodeStatus_allocatable_keys: ReadonlySet<string> = new Set([
  'cpu',
  'memory',
  'pods',
]);
export interface NodeStatus {
  allocatable: Record<string, string> | undefined;
  conditions: NodeCondition[] | undefined;
  addresses: NodeAddress[] | undefined;
  daemonEndpoints: NodeDaemonEndpoints | undefined;
  nodeInfo: NodeSystemInfo | undefined;
}
export function readNodeStatus(r: WireReader, end: number): NodeStatus {
  const m: NodeStatus = {
    allocatable: undefined,
    conditions: undefined,
    addresses: undefined,
    daemonEndpoints: undefined,
    nodeInfo: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 18:
        r.readEntry((m.allocatable ??= {}), NodeStatus_allocatable_keys, true);
        break;
      case 34:
        (m.conditions ??= []).push(readNodeCondition(r, r.enter()));
        break;
      case 42:
        (m.addresses ??= []).push(readNodeAddress(r, r.enter()));
        break;
      case 50:
        m.daemonEndpoints = readNodeDaemonEndpoints(r, r.enter());
        break;
      case 58:
        m.nodeInfo = readNodeSystemInfo(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickNodeStatus(value: unknown): NodeStatus {
  const o = jsonObject(value);
  return {
    allocatable: jsonMap(
      o['allocatable'],
      jsonQuantity,
      NodeStatus_allocatable_keys,
    ),
    conditions: jsonList(o['conditions'], pickNodeCondition),
    addresses: jsonList(o['addresses'], pickNodeAddress),
    daemonEndpoints: jsonMessage(o['daemonEndpoints'], pickNodeDaemonEndpoints),
    nodeInfo: jsonMessage(o['nodeInfo'], pickNodeSystemInfo),
  };
}

export interface NodeCondition {
  type: string | undefined;
  status: string | undefined;
  lastTransitionTime: number | undefined;
  reason: string | undefined;
}
export function readNodeCondition(r: WireReader, end: number): NodeCondition {
  const m: NodeCondition = {
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
      case 34:
        m.lastTransitionTime = r.readTime();
        break;
      case 42:
        m.reason = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickNodeCondition(value: unknown): NodeCondition {
  const o = jsonObject(value);
  return {
    type: jsonString(o['type']),
    status: jsonString(o['status']),
    lastTransitionTime: jsonTime(o['lastTransitionTime']),
    reason: jsonString(o['reason']),
  };
}

export interface NodeAddress {
  type: string | undefined;
  address: string | undefined;
}
export function readNodeAddress(r: WireReader, end: number): NodeAddress {
  const m: NodeAddress = { type: undefined, address: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.type = r.readString();
        break;
      case 18:
        m.address = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickNodeAddress(value: unknown): NodeAddress {
  const o = jsonObject(value);
  return { type: jsonString(o['type']), address: jsonString(o['address']) };
}

export interface NodeDaemonEndpoints {
  kubeletEndpoint: DaemonEndpoint | undefined;
}
export function readNodeDaemonEndpoints(
  r: WireReader,
  end: number,
): NodeDaemonEndpoints {
  const m: NodeDaemonEndpoints = { kubeletEndpoint: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.kubeletEndpoint = readDaemonEndpoint(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickNodeDaemonEndpoints(value: unknown): NodeDaemonEndpoints {
  const o = jsonObject(value);
  return {
    kubeletEndpoint: jsonMessage(o['kubeletEndpoint'], pickDaemonEndpoint),
  };
}

export interface DaemonEndpoint {
  Port: number | undefined;
}
export function readDaemonEndpoint(r: WireReader, end: number): DaemonEndpoint {
  const m: DaemonEndpoint = { Port: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 8:
        m.Port = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickDaemonEndpoint(value: unknown): DaemonEndpoint {
  const o = jsonObject(value);
  return { Port: jsonInt(o['Port']) };
}

export interface NodeSystemInfo {
  kernelVersion: string | undefined;
  osImage: string | undefined;
  containerRuntimeVersion: string | undefined;
  kubeletVersion: string | undefined;
  operatingSystem: string | undefined;
}
export function readNodeSystemInfo(r: WireReader, end: number): NodeSystemInfo {
  const m: NodeSystemInfo = {
    kernelVersion: undefined,
    osImage: undefined,
    containerRuntimeVersion: undefined,
    kubeletVersion: undefined,
    operatingSystem: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 34:
        m.kernelVersion = r.readString();
        break;
      case 42:
        m.osImage = r.readString();
        break;
      case 50:
        m.containerRuntimeVersion = r.readString();
        break;
      case 58:
        m.kubeletVersion = r.readString();
        break;
      case 74:
        m.operatingSystem = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickNodeSystemInfo(value: unknown): NodeSystemInfo {
  const o = jsonObject(value);
  return {
    kernelVersion: jsonString(o['kernelVersion']),
    osImage: jsonString(o['osImage']),
    containerRuntimeVersion: jsonString(o['containerRuntimeVersion']),
    kubeletVersion: jsonString(o['kubeletVersion']),
    operatingSystem: jsonString(o['operatingSystem']),
  };
}

export interface ObjectReference {
  kind: string | undefined;
  namespace: string | undefined;
  name: string | undefined;
}
export function readObjectReference(
  r: WireReader,
  end: number,
): ObjectReference {
  const m: ObjectReference = {
    kind: undefined,
    namespace: undefined,
    name: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.kind = r.readString();
        break;
      case 18:
        m.namespace = r.readString();
        break;
      case 26:
        m.name = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickObjectReference(value: unknown): ObjectReference {
  const o = jsonObject(value);
  return {
    kind: jsonString(o['kind']),
    namespace: jsonString(o['namespace']),
    name: jsonString(o['name']),
  };
}
