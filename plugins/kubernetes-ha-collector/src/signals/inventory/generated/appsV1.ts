/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/apps_v1.proto by generateReaders.mjs: do not edit.
// Messages of k8s.io.api.apps.v1, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import {
  jsonInt,
  jsonList,
  jsonMessage,
  jsonObject,
  jsonString,
} from '../../../protobuf/jsonValues';
import { ObjectMeta, pickObjectMeta, readObjectMeta } from './metaV1';

export interface PodTemplateSpec {
  metadata: ObjectMeta | undefined;
  spec: PodSpec | undefined;
}
export function readPodTemplateSpec(
  r: WireReader,
  end: number,
): PodTemplateSpec {
  const m: PodTemplateSpec = { metadata: undefined, spec: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.metadata = readObjectMeta(r, r.enter());
        break;
      case 18:
        m.spec = readPodSpec(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPodTemplateSpec(value: unknown): PodTemplateSpec {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickPodSpec),
  };
}

export interface PodSpec {
  containers: Container[] | undefined;
}
export function readPodSpec(r: WireReader, end: number): PodSpec {
  const m: PodSpec = { containers: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 18:
        (m.containers ??= []).push(readContainer(r, r.enter()));
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
  return { containers: jsonList(o['containers'], pickContainer) };
}

export interface Container {
  image: string | undefined;
}
export function readContainer(r: WireReader, end: number): Container {
  const m: Container = { image: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 18:
        m.image = r.readString();
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
  return { image: jsonString(o['image']) };
}

export interface Deployment {
  metadata: ObjectMeta | undefined;
  spec: DeploymentSpec | undefined;
  status: DeploymentStatus | undefined;
}
export function readDeployment(r: WireReader, end: number): Deployment {
  const m: Deployment = {
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
        m.spec = readDeploymentSpec(r, r.enter());
        break;
      case 26:
        m.status = readDeploymentStatus(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickDeployment(value: unknown): Deployment {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickDeploymentSpec),
    status: jsonMessage(o['status'], pickDeploymentStatus),
  };
}

export interface DeploymentSpec {
  replicas: number | undefined;
  template: PodTemplateSpec | undefined;
}
export function readDeploymentSpec(r: WireReader, end: number): DeploymentSpec {
  const m: DeploymentSpec = { replicas: undefined, template: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 8:
        m.replicas = r.readInt();
        break;
      case 26:
        m.template = readPodTemplateSpec(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickDeploymentSpec(value: unknown): DeploymentSpec {
  const o = jsonObject(value);
  return {
    replicas: jsonInt(o['replicas']),
    template: jsonMessage(o['template'], pickPodTemplateSpec),
  };
}

export interface DeploymentStatus {
  availableReplicas: number | undefined;
  readyReplicas: number | undefined;
}
export function readDeploymentStatus(
  r: WireReader,
  end: number,
): DeploymentStatus {
  const m: DeploymentStatus = {
    availableReplicas: undefined,
    readyReplicas: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 32:
        m.availableReplicas = r.readInt();
        break;
      case 56:
        m.readyReplicas = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickDeploymentStatus(value: unknown): DeploymentStatus {
  const o = jsonObject(value);
  return {
    availableReplicas: jsonInt(o['availableReplicas']),
    readyReplicas: jsonInt(o['readyReplicas']),
  };
}

export interface DaemonSet {
  metadata: ObjectMeta | undefined;
  spec: DaemonSetSpec | undefined;
  status: DaemonSetStatus | undefined;
}
export function readDaemonSet(r: WireReader, end: number): DaemonSet {
  const m: DaemonSet = {
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
        m.spec = readDaemonSetSpec(r, r.enter());
        break;
      case 26:
        m.status = readDaemonSetStatus(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickDaemonSet(value: unknown): DaemonSet {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickDaemonSetSpec),
    status: jsonMessage(o['status'], pickDaemonSetStatus),
  };
}

export interface DaemonSetSpec {
  template: PodTemplateSpec | undefined;
}
export function readDaemonSetSpec(r: WireReader, end: number): DaemonSetSpec {
  const m: DaemonSetSpec = { template: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 18:
        m.template = readPodTemplateSpec(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickDaemonSetSpec(value: unknown): DaemonSetSpec {
  const o = jsonObject(value);
  return { template: jsonMessage(o['template'], pickPodTemplateSpec) };
}

export interface DaemonSetStatus {
  desiredNumberScheduled: number | undefined;
  numberReady: number | undefined;
  numberAvailable: number | undefined;
}
export function readDaemonSetStatus(
  r: WireReader,
  end: number,
): DaemonSetStatus {
  const m: DaemonSetStatus = {
    desiredNumberScheduled: undefined,
    numberReady: undefined,
    numberAvailable: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 24:
        m.desiredNumberScheduled = r.readInt();
        break;
      case 32:
        m.numberReady = r.readInt();
        break;
      case 56:
        m.numberAvailable = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickDaemonSetStatus(value: unknown): DaemonSetStatus {
  const o = jsonObject(value);
  return {
    desiredNumberScheduled: jsonInt(o['desiredNumberScheduled']),
    numberReady: jsonInt(o['numberReady']),
    numberAvailable: jsonInt(o['numberAvailable']),
  };
}

export interface StatefulSet {
  metadata: ObjectMeta | undefined;
  spec: StatefulSetSpec | undefined;
  status: StatefulSetStatus | undefined;
}
export function readStatefulSet(r: WireReader, end: number): StatefulSet {
  const m: StatefulSet = {
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
        m.spec = readStatefulSetSpec(r, r.enter());
        break;
      case 26:
        m.status = readStatefulSetStatus(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickStatefulSet(value: unknown): StatefulSet {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickStatefulSetSpec),
    status: jsonMessage(o['status'], pickStatefulSetStatus),
  };
}

export interface StatefulSetSpec {
  replicas: number | undefined;
  template: PodTemplateSpec | undefined;
}
export function readStatefulSetSpec(
  r: WireReader,
  end: number,
): StatefulSetSpec {
  const m: StatefulSetSpec = { replicas: undefined, template: undefined };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 8:
        m.replicas = r.readInt();
        break;
      case 26:
        m.template = readPodTemplateSpec(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickStatefulSetSpec(value: unknown): StatefulSetSpec {
  const o = jsonObject(value);
  return {
    replicas: jsonInt(o['replicas']),
    template: jsonMessage(o['template'], pickPodTemplateSpec),
  };
}

export interface StatefulSetStatus {
  readyReplicas: number | undefined;
  availableReplicas: number | undefined;
}
export function readStatefulSetStatus(
  r: WireReader,
  end: number,
): StatefulSetStatus {
  const m: StatefulSetStatus = {
    readyReplicas: undefined,
    availableReplicas: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 24:
        m.readyReplicas = r.readInt();
        break;
      case 88:
        m.availableReplicas = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickStatefulSetStatus(value: unknown): StatefulSetStatus {
  const o = jsonObject(value);
  return {
    readyReplicas: jsonInt(o['readyReplicas']),
    availableReplicas: jsonInt(o['availableReplicas']),
  };
}
