/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { KubernetesClient } from '../kubernetes/client';
import type {
  Container,
  ContainerStatus,
  Pod,
  PodStatus,
} from '../kubernetes/objects';
import { containerScript } from './containerScript';
import { containerId, isMirror, podPath } from './mirrorPods';

/**
 * Pods the scheduler bound to the machine. Those that are to end (a Job pinned
 * here) are run for real with the machine's own programs; those that stay (a
 * DaemonSet's) are shown as running, without a process.
 */
export class HostPods {
  readonly #address: string;
  readonly #client: KubernetesClient;
  readonly #logFolder: string;
  readonly #log: (line: string) => void;
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    address: string,
    client: KubernetesClient,
    logFolder: string,
    log: (line: string) => void,
  ) {
    this.#address = address;
    this.#client = client;
    this.#logFolder = logFolder;
    this.#log = log;
  }

  async sync(present: readonly Pod[]): Promise<void> {
    for (const pod of present.filter(candidate => !isMirror(candidate))) {
      if (pod.metadata.deletionTimestamp) {
        await this.#client.delete(podPath(pod), { gracePeriodSeconds: 0 });
      } else if (endsByItself(pod)) {
        this.#startOnce(pod);
      } else {
        await this.#play(pod);
      }
    }
  }

  /** Where the output of a pod's container is kept. */
  logFile(namespace: string, pod: string, container: string): string {
    return join(this.#logFolder, `${namespace}_${pod}_${container}.log`);
  }

  async #play(pod: Pod): Promise<void> {
    const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready');
    if (pod.status?.phase === 'Running' && ready?.status === 'True') {
      return;
    }
    const startedAt = new Date().toISOString();
    await this.#patch(pod, {
      phase: 'Running',
      conditions: conditions(true),
      startTime: pod.status?.startTime ?? startedAt,
      containerStatuses: pod.spec.containers.map(container => ({
        ...identity(pod, container, startedAt),
        ready: true,
        started: true,
        restartCount: 0,
        state: { running: { startedAt } },
      })),
    });
  }

  #startOnce(pod: Pod): void {
    const { uid = '' } = pod.metadata;
    const phase = pod.status?.phase ?? 'Pending';
    if (this.#running.has(uid) || phase !== 'Pending') {
      return;
    }
    const work = this.#run(pod)
      .catch(error => this.#log(`pod ${pod.metadata.name}: ${error}`))
      .finally(() => this.#running.delete(uid));
    this.#running.set(uid, work);
  }

  async #run(pod: Pod): Promise<void> {
    const startTime = new Date().toISOString();
    const statuses: ContainerStatus[] = [];
    for (const container of pod.spec.initContainers ?? []) {
      const status = await this.#runContainer(pod, container);
      statuses.push(status);
      if (status.state.terminated?.exitCode !== 0) {
        await this.#finish(pod, startTime, [], statuses);
        return;
      }
    }
    await this.#patch(pod, {
      phase: 'Running',
      startTime,
      conditions: conditions(true),
      ...(statuses.length > 0 ? { initContainerStatuses: statuses } : {}),
      containerStatuses: pod.spec.containers.map(container => ({
        ...identity(pod, container, startTime),
        ready: true,
        started: true,
        restartCount: 0,
        state: { running: { startedAt: startTime } },
      })),
    });
    const ended = await Promise.all(
      pod.spec.containers.map(container => this.#runContainer(pod, container)),
    );
    await this.#finish(pod, startTime, ended, statuses);
  }

  #finish(
    pod: Pod,
    startTime: string,
    ended: ContainerStatus[],
    init: ContainerStatus[],
  ): Promise<void> {
    const failed = [...ended, ...init].some(
      ({ state }) => state.terminated?.exitCode !== 0,
    );
    return this.#patch(pod, {
      phase: failed ? 'Failed' : 'Succeeded',
      startTime,
      conditions: conditions(false),
      containerStatuses: ended,
      ...(init.length > 0 ? { initContainerStatuses: init } : {}),
    });
  }

  async #runContainer(
    pod: Pod,
    container: Container,
  ): Promise<ContainerStatus> {
    const startedAt = new Date().toISOString();
    const root = `/run/pods/${pod.metadata.uid}-${container.name}`;
    const logPath = this.logFile(
      pod.metadata.namespace ?? 'default',
      pod.metadata.name,
      container.name,
    );
    const exitCode = await spawnScript(
      containerScript(pod, container, root),
      logPath,
      Object.fromEntries(
        (container.env ?? []).map(({ name, value }) => [name, value ?? '']),
      ),
    );
    rmSync(root, { recursive: true, force: true });
    const tail =
      container.terminationMessagePolicy === 'FallbackToLogsOnError' &&
      exitCode !== 0
        ? { message: readFileSync(logPath, 'utf8').slice(-2048) }
        : {};
    return {
      ...identity(pod, container, startedAt),
      ready: false,
      started: false,
      restartCount: 0,
      state: {
        terminated: {
          exitCode,
          reason: exitCode === 0 ? 'Completed' : 'Error',
          startedAt,
          finishedAt: new Date().toISOString(),
          ...tail,
        },
      },
    };
  }

  async #patch(pod: Pod, status: PodStatus): Promise<void> {
    await this.#client.patch(`${podPath(pod)}/status`, 'strategic', {
      status: {
        hostIP: this.#address,
        // Pods outside the host network would have an address of their own from a CNI plugin, which the lab has not.
        ...(pod.spec.hostNetwork ? { podIP: this.#address } : {}),
        ...status,
      },
    });
  }
}

function endsByItself(pod: Pod): boolean {
  return pod.spec.restartPolicy !== 'Always';
}

function identity(pod: Pod, container: Container, startedAt: string) {
  return {
    name: container.name,
    image: container.image,
    imageID: container.image,
    containerID: containerId(
      `${pod.metadata.uid}/${container.name}`,
      startedAt,
    ),
  };
}

function conditions(ready: boolean): PodStatus['conditions'] {
  const lastTransitionTime = new Date().toISOString();
  const status = ready ? ('True' as const) : ('False' as const);
  return [
    { type: 'PodScheduled', status: 'True', lastTransitionTime },
    { type: 'Initialized', status: 'True', lastTransitionTime },
    { type: 'ContainersReady', status, lastTransitionTime },
    { type: 'Ready', status, lastTransitionTime },
  ];
}

function spawnScript(
  script: string,
  logPath: string,
  env: Record<string, string>,
): Promise<number> {
  const log = openSync(logPath, 'a');
  return new Promise(resolve => {
    const child = spawn(
      'unshare',
      ['--mount', '--propagation', 'private', 'bash', '-c', script],
      {
        stdio: ['ignore', log, log],
        env: { ...process.env, ...env },
        cwd: '/',
      },
    );
    closeSync(log);
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}
