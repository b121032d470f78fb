/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubeconfigText, readKubeconfig } from '../kubernetes/kubeconfig';
import { Machine } from '../machine/machine';
import { type LabDescription, machinesOfRole } from '../state/description';
import { labPaths } from '../state/paths';

/** Files for those who look at the lab from outside; copies, so that a fault on a machine does not touch them. */
export interface ClientFiles {
  /** Full rights. */
  adminKubeconfig: string;
  /** Bound to the reader's RBAC manifest and nothing else. */
  readerKubeconfig: string;
  /** CA of the API servers. */
  caFile: string;
  etcd: { caFile: string; certFile: string; keyFile: string };
}

export function clientFiles(name: string): ClientFiles {
  const { client } = labPaths(name);
  return {
    adminKubeconfig: join(client, 'admin.kubeconfig'),
    readerKubeconfig: join(client, 'reader.kubeconfig'),
    caFile: join(client, 'ca.crt'),
    etcd: {
      caFile: join(client, 'etcd-ca.crt'),
      certFile: join(client, 'etcd-client.crt'),
      keyFile: join(client, 'etcd-client.key'),
    },
  };
}

/** Where the first machine of a control plane has what clients need. */
export interface ClientSources {
  ca: string;
  caKey: string;
  etcdCa: string;
  etcdCert: string;
  etcdKey: string;
}

/** Paths below /etc/kubernetes in kubeadm's layout; the client certificate is the one its etcd probes use. */
export const kubeadmClientSources: ClientSources = {
  ca: 'pki/ca.crt',
  caKey: 'pki/ca.key',
  etcdCa: 'pki/etcd/ca.crt',
  etcdCert: 'pki/etcd/healthcheck-client.crt',
  etcdKey: 'pki/etcd/healthcheck-client.key',
};

export function copyCertificates(
  lab: LabDescription,
  sources: ClientSources,
): void {
  const files = clientFiles(lab.name);
  const [first] = machinesOfRole(lab, 'control-plane').map(
    description => new Machine(lab, description),
  );
  mkdirSync(labPaths(lab.name).client, { recursive: true, mode: 0o700 });
  const copy = (from: string, to: string) =>
    copyFileSync(join(first.paths.etcKubernetes, from), to);
  copy(sources.ca, files.caFile);
  copy(sources.etcdCa, files.etcd.caFile);
  copy(sources.etcdCert, files.etcd.certFile);
  copy(sources.etcdKey, files.etcd.keyFile);
}

/** Writes the administrator's kubeconfig, for the path through the load balancer. */
export function writeAdminKubeconfig(lab: LabDescription, source: string) {
  const { adminKubeconfig } = clientFiles(lab.name);
  writeFileSync(
    adminKubeconfig,
    kubeconfigText(lab.name, {
      ...readKubeconfig(source),
      server: endpointUrl(lab),
    }),
    { mode: 0o600 },
  );
}

/** Writes the reader's kubeconfig for a service-account token. */
export function writeReaderKubeconfig(lab: LabDescription, token: string) {
  const { readerKubeconfig, caFile } = clientFiles(lab.name);
  writeFileSync(
    readerKubeconfig,
    kubeconfigText(`${lab.name}-reader`, {
      server: endpointUrl(lab),
      ca: readFileSync(caFile, 'utf8'),
      token,
    }),
    { mode: 0o600 },
  );
}

/** The load-balanced path to the API servers. */
export function endpointUrl(lab: LabDescription): string {
  return `https://${lab.endpoint.host}:${lab.endpoint.port}`;
}
