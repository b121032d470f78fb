/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { createHash } from 'node:crypto';
import type { KubernetesClient } from '../kubernetes/client';
import type { ContainerStatus, Pod, PodStatus } from '../kubernetes/objects';
import type { ProcessState, SupervisedProcess } from './supervisedProcess';

const annotation = 'kubernetes.io/config';

/** Shows static pods in the API, as a kubelet does: a read-only copy with the status of the real process. */
export class MirrorPods {
  readonly #nodeName: string;
  readonly #address: string;
  readonly #client: KubernetesClient;
  readonly #log: (line: string) => void;
  /** Restarts counted before this runner started, by pod name. */
  readonly #restartsBefore = new Map<string, number>();

  constructor(
    nodeName: string,
    address: string,
    client: KubernetesClient,
    log: (line: string) => void,
  ) {
    this.#nodeName = nodeName;
    this.#address = address;
    this.#client = client;
    this.#log = log;
  }

  /** Makes the mirror pods on the server those of the running units. `present`: all pods of the node. */
  async sync(
    processes: readonly SupervisedProcess[],
    present: readonly Pod[],
    nodeUid: string,
  ): Promise<void> {
    const mirrors = present.filter(isMirror);
    const wanted = processes.flatMap(process =>
      process.unit.pod
        ? [
            {
              process,
              name: `${process.unit.pod.metadata.name}-${this.#nodeName}`,
            },
          ]
        : [],
    );
    for (const mirror of mirrors) {
      if (!wanted.some(({ name }) => name === mirror.metadata.name)) {
        await this.#delete(mirror);
      }
    }
    for (const { process, name } of wanted) {
      const found = mirrors.find(mirror => mirror.metadata.name === name);
      try {
        await this.#syncOne(process, name, found, nodeUid);
      } catch (error) {
        // One pod that cannot be shown (a webhook in the way, say) does not hide the others.
        this.#log(`mirror pod ${name}: ${error}`);
      }
    }
  }

  async #syncOne(
    process: SupervisedProcess,
    name: string,
    found: Pod | undefined,
    nodeUid: string,
  ): Promise<void> {
    let mirror = found;
    if (
      mirror &&
      (mirror.metadata.annotations?.[`${annotation}.hash`] !==
        process.unit.hash ||
        mirror.metadata.deletionTimestamp)
    ) {
      await this.#delete(mirror);
      mirror = undefined;
    }
    if (!this.#restartsBefore.has(name)) {
      const shown = mirror?.status?.containerStatuses?.[0]?.restartCount;
      // A runner that starts anew has started the process anew, too.
      this.#restartsBefore.set(name, shown === undefined ? 0 : shown + 1);
    }
    if (!mirror) {
      mirror = await this.#create(process, name, nodeUid);
    }
    const status = this.#status(process, mirror, name);
    if (digest(status) !== digest(comparable(mirror.status, status))) {
      await this.#client.patch(`${podPath(mirror)}/status`, 'strategic', {
        status,
      });
    }
  }

  async #create(
    process: SupervisedProcess,
    name: string,
    nodeUid: string,
  ): Promise<Pod> {
    const { pod, hash } = process.unit;
    if (!pod) {
      throw new Error(`${process.unit.name} is no pod`);
    }
    const namespace = pod.metadata.namespace ?? 'default';
    return this.#client.create<Pod>(`/api/v1/namespaces/${namespace}/pods`, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        namespace,
        labels: pod.metadata.labels,
        annotations: {
          ...pod.metadata.annotations,
          [`${annotation}.mirror`]: hash,
          [`${annotation}.hash`]: hash,
          [`${annotation}.source`]: 'file',
          [`${annotation}.seen`]: new Date().toISOString(),
        },
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Node',
            name: this.#nodeName,
            uid: nodeUid,
            controller: true,
          },
        ],
      },
      spec: {
        ...pod.spec,
        nodeName: this.#nodeName,
        tolerations: [{ operator: 'Exists', effect: 'NoExecute' }],
      },
    });
  }

  #status(process: SupervisedProcess, mirror: Pod, name: string): PodStatus {
    const { state, unit } = process;
    const container = unit.pod?.spec.containers[0];
    const before = mirror.status?.conditions ?? [];
    const startTime = mirror.status?.startTime ?? new Date().toISOString();
    const condition = (type: string, value: boolean) => {
      const status = value ? ('True' as const) : ('False' as const);
      const present = before.find(other => other.type === type);
      return {
        type,
        status,
        lastTransitionTime:
          present?.status === status
            ? present.lastTransitionTime
            : new Date().toISOString(),
      };
    };
    const containerStatus: ContainerStatus = {
      name: container?.name ?? unit.name,
      image: container?.image ?? '',
      imageID: container?.image ?? '',
      containerID: containerId(name, state.startedAt),
      ready: state.ready,
      started: state.started,
      restartCount: (this.#restartsBefore.get(name) ?? 0) + state.restarts,
      ...containerState(name, state),
    };
    return {
      phase: 'Running',
      hostIP: this.#address,
      podIP: this.#address,
      startTime,
      conditions: [
        condition('PodScheduled', true),
        condition('Initialized', true),
        condition('PodReadyToStartContainers', true),
        condition('ContainersReady', state.ready),
        condition('Ready', state.ready),
      ],
      containerStatuses: [containerStatus],
    };
  }

  #delete(mirror: Pod): Promise<void> {
    return this.#client.delete(podPath(mirror), { gracePeriodSeconds: 0 });
  }
}

/** Whether a pod is the copy of a static pod. */
export function isMirror(pod: Pod): boolean {
  return pod.metadata.annotations?.[`${annotation}.mirror`] !== undefined;
}

export function podPath(pod: Pod): string {
  return `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}`;
}

/** An id for a process, in the form of a container id: new with every start. */
export function containerId(pod: string, startedAt: string | undefined) {
  return startedAt
    ? `lab-process://${createHash('sha256')
        .update(`${pod} ${startedAt}`)
        .digest('hex')}`
    : undefined;
}

function containerState(
  name: string,
  state: ProcessState,
): Pick<ContainerStatus, 'state' | 'lastState'> {
  const { lastEnd } = state;
  const terminated = lastEnd && {
    exitCode: lastEnd.exitCode,
    reason: lastEnd.exitCode === 0 ? 'Completed' : 'Error',
    startedAt: seconds(lastEnd.startedAt),
    finishedAt: seconds(lastEnd.finishedAt),
    containerID: containerId(name, lastEnd.startedAt),
  };
  return {
    state: state.startedAt
      ? { running: { startedAt: seconds(state.startedAt) } }
      : {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off restarting failed container`,
          },
        },
    ...(terminated ? { lastState: { terminated } } : {}),
  };
}

/** Kubernetes stores these times without fractions. */
function seconds(time: string): string {
  return `${time.slice(0, 19)}Z`;
}

/** The server's status cut down to what we would write, so that defaults it added do not count as a difference. */
function comparable(
  seen: PodStatus | undefined,
  wanted: PodStatus,
): PodStatus | undefined {
  if (!seen) {
    return undefined;
  }
  const types = new Set(wanted.conditions?.map(({ type }) => type));
  return {
    ...seen,
    conditions: seen.conditions?.filter(({ type }) => types.has(type)),
  };
}

function digest(status: PodStatus | undefined): string {
  const container = status?.containerStatuses?.[0];
  return JSON.stringify([
    status?.phase,
    status?.podIP,
    status?.conditions
      ?.map(({ type, status: value }) => `${type}=${value}`)
      .sort(),
    container?.containerID,
    container?.restartCount,
    container?.ready,
    container?.started,
    container?.state.running?.startedAt,
    container?.state.waiting?.reason,
    container?.lastState?.terminated?.finishedAt,
  ]);
}
