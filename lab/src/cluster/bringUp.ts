/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBinaries } from '../build/binaries';
import { kubernetesVersion, type Release } from '../build/releases';
import { bundleRunner } from '../build/runnerBundle';
import { controlPlaneFlavours } from '../controlplane';
import { identityOf } from '../host/processes';
import { assertRequirements } from '../host/requirements';
import { waitFor } from '../host/waitFor';
import { KubernetesClient } from '../kubernetes/client';
import { type Deadline, leftUntil } from '../kubernetes/retryTransient';
import { createWorkers, startKwok } from '../kwok/workers';
import { announceApiServers } from '../loadbalancer/announce';
import { configureLoadBalancers } from '../loadbalancer/configure';
import { Machine } from '../machine/machine';
import { makeKubeletServing } from '../pki/kubeletServing';
import { planLab } from '../machine/plan';
import { prepareMachine } from '../machine/prepare';
import type { Layout, Profile } from '../profiles/profile';
import {
  type LabDescription,
  machinesOfRole,
  writeDescription,
} from '../state/description';
import { labPaths } from '../state/paths';
import { tearDown } from '../state/teardown';
import { writeAppConfig } from './appConfig';
import {
  clientFiles,
  copyCertificates,
  writeAdminKubeconfig,
} from './clientFiles';
import { claimNetwork, wireMachines } from './network';
import { waitUntilHealthy } from './readiness';
import { grantReaderAccess } from './readerAccess';

export interface BringUpOptions {
  name: string;
  profile: Profile;
  release: Release;
  layout: Layout;
  workerCount: number;
  /** Small quotas make the NOSPACE fault quick. Unit: bytes; default: etcd's own. */
  etcdQuotaBytes?: number;
  /** The lab belongs to this process and is left over when it is gone. */
  ephemeral: boolean;
  log: (line: string) => void;
}

/**
 * How long a lab may take to come up once its machines run: 10 s on an idle
 * machine with two cores. Whatever fails for a transient reason meanwhile is
 * repeated until then.
 */
const comeUpMs = 5 * 60_000;

/** Starts a lab from nothing and waits until it is healthy. What an earlier, interrupted run left is taken away first. */
export async function bringUp(
  options: BringUpOptions,
): Promise<LabDescription> {
  const { name, profile, log } = options;
  assertRequirements();
  await ensureBinaries(log, options.release);
  await tearDown(name);
  rmSync(labPaths(name).logs, { recursive: true, force: true });

  const started = Date.now();
  const step = (text: string) =>
    log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);
  const { index, mac } = await claimNetwork(name);
  const lab = planLab({
    name,
    profile,
    layout: options.layout,
    workerCount: options.workerCount,
    networkIndex: index,
    mac,
    kubernetesVersion: kubernetesVersion(options.release),
    release: options.release.name,
    owner: options.ephemeral ? identityOf(process.pid) : undefined,
  });
  mkdirSync(labPaths(name).logs, { recursive: true });
  mkdirSync(labPaths(name).client, { recursive: true, mode: 0o700 });
  writeDescription(lab);

  const machines = lab.machines.map(
    description => new Machine(lab, description),
  );
  await Promise.all([
    bundleRunner(labPaths(name).runner),
    wireMachines(lab),
    ...machines.map(machine => prepareMachine(lab, profile, machine)),
  ]);
  await Promise.all(machines.map(machine => machine.start()));
  step(`${machines.length} machines run`);

  const deadline = Date.now() + comeUpMs;
  await makeCluster(lab, options, deadline, step);
  const client = KubernetesClient.fromFile(clientFiles(name).adminKubeconfig);
  try {
    await waitUntilHealthy({ lab, profile, client }, leftUntil(deadline));
  } finally {
    client.close();
  }
  writeAppConfig(lab);
  lab.phase = 'ready';
  writeDescription(lab);
  step('ready');
  return lab;
}

async function makeCluster(
  lab: LabDescription,
  options: BringUpOptions,
  deadline: Deadline,
  step: (text: string) => void,
): Promise<void> {
  const { profile } = options;
  const flavour = controlPlaneFlavours[profile.controlPlane.flavour];
  const files = clientFiles(lab.name);
  const [first] = machinesOfRole(lab, 'control-plane').map(
    description => new Machine(lab, description),
  );
  const onCertificates = async () => {
    copyCertificates(lab, flavour.clientSources);
    configureLoadBalancers(
      lab,
      files.caFile,
      profile.loadBalancers.healthCheck,
    );
    const { ca, caKey } = flavour.clientSources;
    const path = (name: string) => join(first.paths.etcKubernetes, name);
    await makeKubeletServing(
      lab,
      flavour.kubeletsServeByClusterCa
        ? { cert: path(ca), key: path(caKey) }
        : undefined,
    );
  };
  await flavour.make(
    lab,
    { etcdQuotaBytes: options.etcdQuotaBytes, maker: profile.maker },
    onCertificates,
  );
  writeAdminKubeconfig(
    lab,
    join(first.paths.etcKubernetes, flavour.adminKubeconfig),
  );
  step('certificates and manifests are written');

  const client = KubernetesClient.fromFile(files.adminKubeconfig, {
    retryUntil: () => deadline,
  });
  try {
    await announceApiServers(lab, deadline);
    await waitForApi(client, deadline);
    step('the API answers');
    startKwok(lab, files.adminKubeconfig);
    await createWorkers(lab, profile, client);
    await Promise.all([
      flavour.finish(lab, profile, client, deadline),
      grantReaderAccess(lab, client, deadline),
    ]);
    step('nodes and add-ons are installed');
  } finally {
    client.close();
  }
}

/** The API answers and its bootstrap roles and namespaces exist. */
async function waitForApi(
  client: KubernetesClient,
  deadline: Deadline,
): Promise<void> {
  await waitFor(
    async () => {
      const answers = await Promise.all(
        ['/readyz', '/api/v1/namespaces/kube-system'].map(path =>
          client.request('GET', path, undefined, undefined, 2_000),
        ),
      );
      const bad = answers.find(({ status }) => status !== 200);
      return bad
        ? { missing: `status ${bad.status}: ${bad.body.slice(0, 300)}` }
        : { value: true };
    },
    { what: 'the API to answer', timeoutMs: leftUntil(deadline), everyMs: 100 },
  );
}
