/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Container, Pod, Probe } from '../kubernetes/objects';
import type { ServiceFile } from './config';

/** A probe with its defaults filled in. Delays and periods in seconds. */
export interface ProbeSpec {
  url: string;
  initialDelaySeconds: number;
  periodSeconds: number;
  timeoutSeconds: number;
  failureThreshold: number;
}

/** A process to keep alive. */
export interface Unit {
  name: string;
  /** Changes whenever the file changes. */
  hash: string;
  argv: string[];
  env: Record<string, string>;
  stopSignal: NodeJS.Signals;
  stopGraceSeconds: number;
  liveness?: ProbeSpec;
  readiness?: ProbeSpec;
  startup?: ProbeSpec;
  /** The manifest, if the unit is a static pod. */
  pod?: Pod;
}

/** Reads a unit from a file's text; throws with the file's name if it is none. */
export function parseUnit(path: string, text: string): Unit {
  const file = basename(path);
  const hash = createHash('sha256').update(file).update(text).digest('hex');
  try {
    return file.endsWith('.json')
      ? fromService(file.slice(0, -'.json'.length), hash, text)
      : fromManifest(hash, text);
  } catch (error) {
    throw new Error(`${path} is no usable manifest: ${error}`, {
      cause: error,
    });
  }
}

function fromService(name: string, hash: string, text: string): Unit {
  const service = JSON.parse(text) as ServiceFile;
  return {
    name,
    hash,
    argv: service.command,
    env: service.env ?? {},
    stopSignal: service.stopSignal ?? 'SIGTERM',
    stopGraceSeconds: service.stopGraceSeconds ?? 10,
  };
}

function fromManifest(hash: string, text: string): Unit {
  const pod = parse(text) as Pod | null;
  if (pod?.kind !== 'Pod' || !pod.metadata?.name || !pod.spec?.containers) {
    throw new Error('expected a Pod with a name and containers');
  }
  const [container, ...others] = pod.spec.containers;
  if (!container?.command || others.length > 0) {
    throw new Error('expected exactly one container, with a command');
  }
  return {
    name: pod.metadata.name,
    hash,
    argv: [...container.command, ...(container.args ?? [])],
    env: Object.fromEntries(
      (container.env ?? []).map(({ name, value }) => [name, value ?? '']),
    ),
    stopSignal: 'SIGTERM',
    stopGraceSeconds: pod.spec.terminationGracePeriodSeconds ?? 30,
    liveness: probe(container, container.livenessProbe),
    readiness: probe(container, container.readinessProbe),
    startup: probe(container, container.startupProbe),
    pod,
  };
}

/** Defaults as in the Kubernetes API: delay 0, period 10, timeout 1, three failures. */
function probe(
  container: Container,
  spec: Probe | undefined,
): ProbeSpec | undefined {
  if (!spec?.httpGet) {
    return undefined;
  }
  const { host = '127.0.0.1', path, port, scheme = 'HTTP' } = spec.httpGet;
  const number =
    typeof port === 'number'
      ? port
      : container.ports?.find(({ name }) => name === port)?.containerPort;
  if (number === undefined) {
    throw new Error(`a probe names port "${port}", which the container lacks`);
  }
  return {
    url: `${scheme.toLowerCase()}://${host}:${number}${path}`,
    initialDelaySeconds: spec.initialDelaySeconds ?? 0,
    periodSeconds: spec.periodSeconds ?? 10,
    timeoutSeconds: spec.timeoutSeconds ?? 1,
    failureThreshold: spec.failureThreshold ?? 3,
  };
}
