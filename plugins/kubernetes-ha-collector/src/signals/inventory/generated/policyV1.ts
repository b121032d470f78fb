/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/policy_v1.proto by generateReaders.mjs: do not edit.
// Messages of k8s.io.api.policy.v1, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import {
  jsonInt,
  jsonIntOrString,
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

export interface PodDisruptionBudget {
  metadata: ObjectMeta | undefined;
  spec: PodDisruptionBudgetSpec | undefined;
  status: PodDisruptionBudgetStatus | undefined;
}
export function readPodDisruptionBudget(
  r: WireReader,
  end: number,
): PodDisruptionBudget {
  const m: PodDisruptionBudget = {
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
        m.spec = readPodDisruptionBudgetSpec(r, r.enter());
        break;
      case 26:
        m.status = readPodDisruptionBudgetStatus(r, r.enter());
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPodDisruptionBudget(value: unknown): PodDisruptionBudget {
  const o = jsonObject(value);
  return {
    metadata: jsonMessage(o['metadata'], pickObjectMeta),
    spec: jsonMessage(o['spec'], pickPodDisruptionBudgetSpec),
    status: jsonMessage(o['status'], pickPodDisruptionBudgetStatus),
  };
}

export interface PodDisruptionBudgetSpec {
  minAvailable: string | undefined;
  selector: LabelSelector | undefined;
  maxUnavailable: string | undefined;
  unhealthyPodEvictionPolicy: string | undefined;
}
export function readPodDisruptionBudgetSpec(
  r: WireReader,
  end: number,
): PodDisruptionBudgetSpec {
  const m: PodDisruptionBudgetSpec = {
    minAvailable: undefined,
    selector: undefined,
    maxUnavailable: undefined,
    unhealthyPodEvictionPolicy: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 10:
        m.minAvailable = r.readIntOrString();
        break;
      case 18:
        m.selector = readLabelSelector(r, r.enter());
        break;
      case 26:
        m.maxUnavailable = r.readIntOrString();
        break;
      case 34:
        m.unhealthyPodEvictionPolicy = r.readString();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPodDisruptionBudgetSpec(
  value: unknown,
): PodDisruptionBudgetSpec {
  const o = jsonObject(value);
  return {
    minAvailable: jsonIntOrString(o['minAvailable']),
    selector: jsonMessage(o['selector'], pickLabelSelector),
    maxUnavailable: jsonIntOrString(o['maxUnavailable']),
    unhealthyPodEvictionPolicy: jsonString(o['unhealthyPodEvictionPolicy']),
  };
}

export interface PodDisruptionBudgetStatus {
  disruptionsAllowed: number | undefined;
  currentHealthy: number | undefined;
  desiredHealthy: number | undefined;
  expectedPods: number | undefined;
}
export function readPodDisruptionBudgetStatus(
  r: WireReader,
  end: number,
): PodDisruptionBudgetStatus {
  const m: PodDisruptionBudgetStatus = {
    disruptionsAllowed: undefined,
    currentHealthy: undefined,
    desiredHealthy: undefined,
    expectedPods: undefined,
  };
  while (r.position < end) {
    const tag = r.readTag();
    switch (tag) {
      case 24:
        m.disruptionsAllowed = r.readInt();
        break;
      case 32:
        m.currentHealthy = r.readInt();
        break;
      case 40:
        m.desiredHealthy = r.readInt();
        break;
      case 48:
        m.expectedPods = r.readInt();
        break;
      default:
        r.skip(tag);
    }
  }
  r.leave(end);
  return m;
}
export function pickPodDisruptionBudgetStatus(
  value: unknown,
): PodDisruptionBudgetStatus {
  const o = jsonObject(value);
  return {
    disruptionsAllowed: jsonInt(o['disruptionsAllowed']),
    currentHealthy: jsonInt(o['currentHealthy']),
    desiredHealthy: jsonInt(o['desiredHealthy']),
    expectedPods: jsonInt(o['expectedPods']),
  };
}
