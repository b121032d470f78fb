/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ConnectPart } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from '../config/clusterConfig';
import { configuredPath } from '../configuredPath';
import { certificatesOf } from '../config/files';
import { apiServerNames } from '../transport/serverNames';
import type { ProbedTarget } from './mismatch';

/**
 * The addresses behind a part that did not answer: those that are configured,
 * with the CA that they are configured with. None where only the cluster knows
 * where it is.
 */
export async function targetsOf(
  part: ConnectPart,
  config: ClusterConfig,
): Promise<ProbedTarget[]> {
  switch (part.section) {
    case 'etcd':
      return etcdTargets(part, config);
    case 'loadBalancers':
      return statisticsTargets(part, config);
    default:
      return targetOfVia(part);
  }
}

/** Of one member its own address, as it was asked; of etcd as a whole every configured one. */
async function etcdTargets(
  { via }: ConnectPart,
  { etcd }: ClusterConfig,
): Promise<ProbedTarget[]> {
  if (!etcd || etcd === 'managed') return [];
  const urls = urlsIn(via);
  const { certFile } = etcd;
  const ca = await caOf(etcd.caFile, 'etcd.caFile');
  return (
    urls.length > 0 ? urls : etcd.endpoints.map(each => new URL(each))
  ).map(url => ({
    ...addressed(url),
    ...(ca && { ca }),
    ...(certFile && { clientCertificate: `etcd.certFile ${certFile}` }),
  }));
}

async function statisticsTargets(
  { name }: ConnectPart,
  { loadBalancer }: ClusterConfig,
): Promise<ProbedTarget[]> {
  const instance = loadBalancer?.haproxy.find(each => each.name === name);
  if (!instance) return [];
  const ca = await caOf(
    instance.caFile,
    `loadBalancer.haproxy "${name}" caFile`,
  );
  return [{ ...addressed(new URL(instance.statsUrl)), ...(ca && { ca }) }];
}

/** API servers and kubelets: the CA is the connection's own, and stays in it. */
function targetOfVia({ section, via }: ConnectPart): ProbedTarget[] {
  return urlsIn(via)
    .slice(0, 1)
    .map(url => ({
      ...addressed(url),
      ...(section === 'apiServers' && {
        names: [...apiServerNames, hostnameOf(url)],
      }),
    }));
}

function addressed(url: URL): Pick<ProbedTarget, 'address' | 'isTls'> {
  const isTls = url.protocol === 'https:';
  return {
    address: `${url.hostname}:${url.port || (isTls ? 443 : 80)}`,
    isTls,
  };
}

function hostnameOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function urlsIn(via: string): URL[] {
  return (via.match(/https?:\/\/[^\s,]+/g) ?? []).flatMap(text =>
    URL.canParse(text) ? [new URL(text)] : [],
  );
}

/** Nothing for a file that cannot be read: the source has said so. One without certificates vouches for none. */
async function caOf(
  file: string | undefined,
  key: string,
): Promise<{ certificates: X509Certificate[]; from: string } | undefined> {
  if (file === undefined) return undefined;
  const pem = await readFile(configuredPath(file), 'utf8').catch(
    () => undefined,
  );
  if (pem === undefined) return undefined;
  return { certificates: readCertificates(pem), from: `${key} ${file}` };
}

function readCertificates(pem: string): X509Certificate[] {
  try {
    return certificatesOf(pem);
  } catch {
    return [];
  }
}
