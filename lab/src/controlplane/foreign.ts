/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { endpointUrl } from '../cluster/clientFiles';
import { waitFor } from '../host/waitFor';
import type { KubernetesClient } from '../kubernetes/client';
import { kubeconfigText } from '../kubernetes/kubeconfig';
import { type Deadline, leftUntil } from '../kubernetes/retryTransient';
import { writeService } from '../loadbalancer/configure';
import { Machine } from '../machine/machine';
import {
  issueCertificate,
  type KeyPair,
  makeAuthority,
  makeTokenKeys,
} from '../pki/openssl';
import {
  type LabDescription,
  machinesOfRole,
  type MachineDescription,
} from '../state/description';
import { labPaths } from '../state/paths';
import type { ControlPlaneFlavour } from './flavour';
import { applyMakerMarks } from './makerMarks';
import { installForeignDns } from './foreignDns';
import {
  foreignConfigFiles,
  foreignServiceAddress,
  foreignServices,
} from './foreignServices';

/**
 * A control plane of another make: services, no static pods; one authority and
 * one etcd certificate for everybody; other file names, flags and ports.
 */
export const foreignFlavour: ControlPlaneFlavour = {
  clientSources: {
    ca: 'tls/ca.pem',
    caKey: 'tls/ca-key.pem',
    etcdCa: 'tls/ca.pem',
    etcdCert: 'tls/etcd.pem',
    etcdKey: 'tls/etcd-key.pem',
  },
  adminKubeconfig: 'admin.conf',
  kubeletClientName: 'apiserver-client',
  kubeletsServeByClusterCa: false,

  async make(lab, options, onCertificates) {
    const pki = await makePki(lab);
    const machines = machinesOfRole(lab, 'control-plane').map(
      description => new Machine(lab, description),
    );
    for (const machine of machines) {
      await writeMachine(lab, machine, pki, options.etcdQuotaBytes);
    }
    await onCertificates();
    for (const machine of machines) {
      const folder = join(machine.paths.root, 'services');
      const services = foreignServices(lab, machine.description, options.maker);
      for (const [name, service] of Object.entries(services)) {
        writeService(folder, name, service);
      }
    }
  },

  async finish(lab, profile, client, deadline) {
    if (profile.controlPlane.asNodes) {
      for (const { name } of machinesOfRole(lab, 'control-plane')) {
        await labelNode(client, name, deadline);
      }
      await applyMakerMarks(lab, profile.maker, client);
    }
    await installForeignDns(client);
  },
};

/** Labels a Node as soon as its machine has registered it. */
async function labelNode(
  client: KubernetesClient,
  name: string,
  deadline: Deadline,
): Promise<void> {
  const path = `/api/v1/nodes/${name}`;
  await waitFor(
    async () => {
      const { status } = await client.request('GET', path);
      return status === 200
        ? { value: true }
        : { missing: `GET ${path} was answered ${status}` };
    },
    { what: `Node ${name} to register`, timeoutMs: leftUntil(deadline) },
  );
  await client.patch(path, 'merge', {
    metadata: { labels: { 'node-role.kubernetes.io/control-plane': 'true' } },
  });
}

interface Pki {
  folder: string;
  authority: KeyPair;
  admin: KeyPair;
  controllerManager: KeyPair;
  scheduler: KeyPair;
  /** Files every machine has under the same names. */
  shared: string[];
}

async function makePki(lab: LabDescription): Promise<Pki> {
  const folder = join(labPaths(lab.name).root, 'pki');
  const authority = await makeAuthority(folder, 'ca', '/CN=corp-internal-ca');
  const controlPlane = machinesOfRole(lab, 'control-plane');
  const addresses = controlPlane.map(({ address }) => address);
  const issue = (name: string, subject: string, hosts?: string[]) =>
    issueCertificate(folder, authority, { name, subject, hosts });

  const etcd = await issue('etcd', '/CN=etcd', [
    ...addresses,
    ...controlPlane.map(({ name }) => name),
    'localhost',
    '127.0.0.1',
  ]);
  const apiServer = await issue('apiserver', '/CN=apiserver', [
    'kubernetes',
    'kubernetes.default',
    'kubernetes.default.svc',
    'kubernetes.default.svc.cluster.local',
    'localhost',
    '127.0.0.1',
    foreignServiceAddress,
    ...addresses,
    ...machinesOfRole(lab, 'load-balancer').map(({ address }) => address),
    ...(lab.virtualIp ? [lab.virtualIp] : []),
  ]);
  // Also the kubelets' caller; the group is what lets it in by RBAC on real kubelets.
  const apiServerClient = await issue(
    'apiserver-client',
    '/O=system:masters/CN=apiserver-client',
  );
  const tokens = await makeTokenKeys(folder, 'tokens');
  return {
    folder,
    authority,
    admin: await issue('admin', '/O=system:masters/CN=admin'),
    controllerManager: await issue(
      'controller-manager',
      '/CN=system:kube-controller-manager',
    ),
    scheduler: await issue('scheduler', '/CN=system:kube-scheduler'),
    shared: [
      ...[authority, etcd, apiServer, apiServerClient].flatMap(
        ({ cert, key }) => [cert, key],
      ),
      tokens.publicKey,
      tokens.privateKey,
    ],
  };
}

async function writeMachine(
  lab: LabDescription,
  machine: Machine,
  pki: Pki,
  etcdQuotaBytes: number | undefined,
): Promise<void> {
  const { etcKubernetes } = machine.paths;
  const folder = (name: string) => {
    const path = join(etcKubernetes, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const tls = folder('tls');
  pki.shared.forEach(path => copyFileSync(path, join(tls, basename(path))));

  const config = folder('config');
  const files = foreignConfigFiles(lab, machine.description, etcdQuotaBytes);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(config, name), text);
  }
  const { name } = machine;
  const node = await issueCertificate(pki.folder, pki.authority, {
    name: `node-${name}`,
    subject: `/O=system:nodes/CN=system:node:${name}`,
  });
  const local = localUrl(lab, machine.description);
  const kubeconfigs = {
    'admin.conf': { user: pki.admin, server: endpointUrl(lab) },
    'controller-manager.conf': { user: pki.controllerManager, server: local },
    'scheduler.conf': { user: pki.scheduler, server: local },
    'kubelet.conf': { user: node, server: local },
  };
  for (const [file, { user, server }] of Object.entries(kubeconfigs)) {
    const text = kubeconfigText(lab.name, {
      server,
      ca: readFileSync(pki.authority.cert, 'utf8'),
      cert: readFileSync(user.cert, 'utf8'),
      key: readFileSync(user.key, 'utf8'),
    });
    writeFileSync(join(etcKubernetes, file), text, { mode: 0o600 });
  }
}

function localUrl(lab: LabDescription, machine: MachineDescription): string {
  return `https://${machine.address}:${lab.apiPort}`;
}
