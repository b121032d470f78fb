/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { FileContent, fileProblem, keyPairProblem } from './files';
import type { WrittenCluster } from './schema';
import { quoted, sentence } from './sentences';

/**
 * What is wrong with one cluster's block beyond its shape: keys that need or
 * exclude each other, files that are missing or hold something else. Whether
 * the cluster answers is not asked here: a wrong cluster is a signal.
 */
export function clusterProblems(
  cluster: WrittenCluster,
  index: number,
): string[] {
  const key = `kubernetesHa.clusters[${index}]`;
  return [
    ...connectionProblems(cluster.connection, `${key}.connection`),
    ...(cluster.etcd && cluster.etcd !== 'managed'
      ? etcdProblems(cluster.etcd, `${key}.etcd`)
      : []),
    ...(cluster.loadBalancer
      ? loadBalancerProblems(cluster.loadBalancer, `${key}.loadBalancer`)
      : []),
  ];
}

function connectionProblems(
  connection: WrittenCluster['connection'],
  key: string,
): string[] {
  switch (connection.type) {
    case 'kubeconfig':
      return checkFiles(key, connection, { kubeconfig: 'any' });
    case 'recorded':
      return checkFiles(key, connection, { file: 'any' });
    case 'serviceAccount':
      return [
        ...exactlyOne(key, connection, ['token', 'tokenFile']),
        ...exactlyOne(key, connection, ['caFile', 'caData']),
        ...checkFiles(key, connection, {
          tokenFile: 'any',
          caFile: 'certificates',
        }),
      ];
    default:
      return [];
  }
}

function etcdProblems(
  etcd: Exclude<NonNullable<WrittenCluster['etcd']>, 'managed'>,
  key: string,
): string[] {
  const problems = [
    ...together(key, etcd, ['certFile', 'keyFile']),
    ...checkFiles(key, etcd, {
      caFile: 'certificates',
      certFile: 'certificates',
      keyFile: 'private-key',
    }),
  ];
  if (problems.length === 0 && etcd.certFile && etcd.keyFile) {
    const mismatch = keyPairProblem(
      `${key}.keyFile`,
      etcd.certFile,
      etcd.keyFile,
    );
    if (mismatch) problems.push(mismatch);
  }
  return problems;
}

function loadBalancerProblems(
  loadBalancer: NonNullable<WrittenCluster['loadBalancer']>,
  key: string,
): string[] {
  const { kind = 'haproxy', haproxy } = loadBalancer;
  const problems = haproxy.flatMap((instance, index) => [
    ...together(`${key}.haproxy[${index}]`, instance, ['username', 'password']),
    ...statsCaProblems(instance, `${key}.haproxy[${index}]`),
    ...(haproxy.findIndex(other => other.name === instance.name) === index
      ? []
      : [
          sentence({
            key: `${key}.haproxy[${index}].name`,
            found: `${quoted(instance.name)} a second time`,
            allowed: 'a name of its own for each instance',
            remedy: 'Rename one of the two.',
          }),
        ]),
  ]);
  if (kind === 'haproxy' && haproxy.length === 0) {
    problems.push(
      sentence({
        key: `${key}.haproxy`,
        found: 'no instance, with kind haproxy',
        allowed: 'at least one instance with name and statsUrl',
        remedy:
          'List the instances, or set kind to kube-vip, provider or none.',
      }),
    );
  }
  if (kind !== 'haproxy' && haproxy.length > 0) {
    problems.push(
      sentence({
        key: `${key}.kind`,
        found: `"${kind}", with ${haproxy.length} HAProxy instance(s) listed`,
        allowed: 'haproxy, when instances are listed',
        remedy: 'Set kind to haproxy, or remove the list.',
      }),
    );
  }
  return problems;
}

function statsCaProblems(
  instance: NonNullable<WrittenCluster['loadBalancer']>['haproxy'][number],
  key: string,
): string[] {
  if (instance.caFile !== undefined && instance.statsUrl.startsWith('http:')) {
    return [
      sentence({
        key: `${key}.caFile`,
        found: 'a CA, with a statsUrl that begins with http',
        allowed: 'a CA for an https page',
        remedy: 'Set statsUrl to https, or remove caFile.',
      }),
    ];
  }
  return checkFiles(key, instance, { caFile: 'certificates' });
}

function checkFiles<T extends object>(
  key: string,
  block: T,
  files: { [K in keyof T]?: FileContent },
): string[] {
  return Object.entries<FileContent | undefined>(files).flatMap(
    ([name, content]) => {
      const file = textUnder(block, name);
      if (file === undefined || content === undefined) return [];
      return fileProblem(`${key}.${name}`, file, content) ?? [];
    },
  );
}

function textUnder(block: object, name: string): string | undefined {
  const value: unknown = Object.entries(block).find(([k]) => k === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

function exactlyOne(key: string, block: object, names: string[]): string[] {
  const given = names.filter(name => textUnder(block, name) !== undefined);
  if (given.length === 1) return [];
  return [
    sentence({
      key: `${key}.${names[0]}`,
      found:
        given.length === 0
          ? `neither ${names.join(' nor ')}`
          : `both ${names.join(' and ')}`,
      allowed: `exactly one of ${names.join(', ')}`,
      remedy: given.length === 0 ? 'Add one of them.' : 'Remove one of them.',
    }),
  ];
}

function together(key: string, block: object, names: string[]): string[] {
  const missing = names.filter(name => textUnder(block, name) === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map(name =>
    sentence({
      key: `${key}.${name}`,
      found: `nothing, although ${names
        .filter(n => n !== name)
        .join(', ')} is set`,
      allowed: `${names.join(' and ')} together`,
      remedy: `Add ${name}.`,
    }),
  );
}
