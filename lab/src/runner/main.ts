/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesClient } from '../kubernetes/client';
import type { Pod } from '../kubernetes/objects';
import type { NodeConfig, RunnerConfig } from './config';
import { HostPods } from './hostPods';
import { KubeletAccess } from './kubeletAccess';
import { startKubeletServer } from './kubeletServer';
import { MirrorPods } from './mirrorPods';
import { NodeAgent } from './nodeAgent';
import { repeat } from './repeat';
import { Supervisor } from './supervisor';
import { UnitFolder } from './unitFolder';

/** As a kubelet: nodeStatusUpdateFrequency and the renewal of a 40 s Lease are both 10 s. */
const beatMs = 10_000;
const podSyncMs = 2_000;

function main(configPath: string): void {
  const config = JSON.parse(readFileSync(configPath, 'utf8')) as RunnerConfig;
  mkdirSync(config.logFolder, { recursive: true });
  const log = (line: string) =>
    process.stdout.write(`${new Date().toISOString()} ${line}\n`);

  let onChange = () => undefined as void;
  const supervisor = new Supervisor(config.logFolder, log, () => onChange());
  const units = new UnitFolder(config.unitFolders, log);
  units.start(found => supervisor.apply(found));

  const unitLog = (pod: string) =>
    supervisor
      .processes()
      .map(({ unit }) => unit.name)
      .find(name => pod.startsWith(`${name}-`));
  let hostPods: HostPods | undefined;
  if (config.kubeletPort) {
    const { kubeletPort } = config;
    whenPresent(
      [
        kubeletPort.certificate,
        kubeletPort.key,
        kubeletPort.clientCa,
        kubeletPort.kubeconfig,
      ],
      () =>
        startKubeletServer(
          kubeletPort,
          new KubeletAccess(KubernetesClient.fromFile(kubeletPort.kubeconfig)),
          (namespace, pod, container) => {
            const unit = unitLog(pod);
            return unit
              ? join(config.logFolder, `${unit}.log`)
              : hostPods?.logFile(namespace, pod, container);
          },
        ),
    );
  }
  if (config.node) {
    const { node } = config;
    whenPresent([node.kubeconfig], () => {
      const client = KubernetesClient.fromFile(node.kubeconfig);
      hostPods = new HostPods(config.address, client, config.logFolder, log);
      onChange = startNode(node, config, client, supervisor, hostPods, log);
    });
  }
}

/** Starts the kubelet's two loops; returns what to call when a process has changed. */
function startNode(
  node: NodeConfig,
  config: RunnerConfig,
  client: KubernetesClient,
  supervisor: Supervisor,
  hostPods: HostPods,
  log: (line: string) => void,
): () => void {
  const agent = new NodeAgent(node, config.address, client);
  const mirrors = new MirrorPods(node.name, config.address, client, log);
  const pods = repeat(
    'pods',
    podSyncMs,
    async () => {
      if (!agent.uid) {
        return;
      }
      const present = await client.list<Pod>(
        `/api/v1/pods?fieldSelector=spec.nodeName%3D${node.name}`,
      );
      if (node.mirrorPods) {
        await mirrors.sync(supervisor.processes(), present, agent.uid);
      }
      await hostPods.sync(present);
    },
    log,
  );
  repeat(
    'node',
    beatMs,
    async () => {
      const before = agent.uid;
      await agent.beat();
      if (!before) {
        pods.now();
      }
    },
    log,
  );
  return pods.now;
}

/** Starts once all files are there and whole: they are made after the machine has started. */
function whenPresent(files: readonly string[], start: () => void): void {
  const again = () => setTimeout(() => whenPresent(files, start), 100);
  if (!files.every(file => existsSync(file))) {
    again();
    return;
  }
  try {
    start();
  } catch (error) {
    process.stdout.write(`not usable yet: ${error}\n`);
    again();
  }
}

main(process.argv[2]);
