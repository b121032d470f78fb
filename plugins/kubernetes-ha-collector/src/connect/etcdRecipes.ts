/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isProviderRun } from 'backstage-plugin-kubernetes-ha-common';
import { clusterYaml } from './clusterYaml';
import { bracketed, clientUrls, etcdMachines } from './etcdMachines';
import type { ConnectRecipe, RecipeContext } from './recipe';

/** Where a distribution keeps etcd's CA and a client certificate that the members accept. */
interface CertificateFiles {
  caFile: string;
  certFile: string;
  keyFile: string;
}

/** Source: kubeadm init (phase certs), docs.k3s.io/cli/etcd-snapshot and docs.rke2.io (etcdctl with the server's files). */
const onMachines: Record<'kubeadm' | 'k3s' | 'rke2', CertificateFiles> = {
  kubeadm: {
    caFile: '/etc/kubernetes/pki/etcd/ca.crt',
    certFile: '/etc/kubernetes/pki/etcd/healthcheck-client.crt',
    keyFile: '/etc/kubernetes/pki/etcd/healthcheck-client.key',
  },
  k3s: {
    caFile: '/var/lib/rancher/k3s/server/tls/etcd/server-ca.crt',
    certFile: '/var/lib/rancher/k3s/server/tls/etcd/client.crt',
    keyFile: '/var/lib/rancher/k3s/server/tls/etcd/client.key',
  },
  rke2: {
    caFile: '/var/lib/rancher/rke2/server/tls/etcd/server-ca.crt',
    certFile: '/var/lib/rancher/rke2/server/tls/etcd/client.crt',
    keyFile: '/var/lib/rancher/rke2/server/tls/etcd/client.key',
  },
};

/** How etcd is connected, the cluster's own distribution first. */
export function etcdRecipes(context: RecipeContext): ConnectRecipe[] {
  const { config, cluster, folder } = context;
  const machines = etcdMachines(context.sections);
  const files: CertificateFiles = {
    caFile: `${folder}/etcd-ca.crt`,
    certFile: `${folder}/etcd-client.crt`,
    keyFile: `${folder}/etcd-client.key`,
  };
  const before = typeof config.etcd === 'object' ? config.etcd : undefined;
  const yaml = clusterYaml(config, {
    etcd: { ...before, endpoints: clientUrls(machines), ...files },
  });
  const from = bracketed(machines[0] ?? 'etcd-1.example.com');
  const copied = (id: keyof typeof onMachines): ConnectRecipe => ({
    id,
    yaml,
    commands: (['caFile', 'certFile', 'keyFile'] as const).map(
      key => `scp root@${from}:${onMachines[id][key]} ${files[key]}`,
    ),
  });
  const managed: ConnectRecipe = {
    id: 'managed',
    yaml: clusterYaml(config, { etcd: 'managed' }),
    commands: [],
  };
  const recipes = [
    copied('kubeadm'),
    copied('k3s'),
    copied('rke2'),
    { id: 'openshift', yaml, commands: fromOpenShift(files) } as const,
  ];
  if (isProviderRun(cluster)) return [managed, ...recipes];
  const own = distributionOf(context);
  return [
    ...recipes.filter(({ id }) => id === own),
    ...recipes.filter(({ id }) => id !== own),
    managed,
  ];
}

/** The objects that its API servers reach etcd with. */
function fromOpenShift(files: CertificateFiles): string[] {
  const extract = 'oc -n openshift-kube-apiserver extract';
  return [
    `${extract} configmap/etcd-serving-ca --keys=ca-bundle.crt --to=- > ${files.caFile}`,
    `${extract} secret/etcd-client --keys=tls.crt --to=- > ${files.certFile}`,
    `${extract} secret/etcd-client --keys=tls.key --to=- > ${files.keyFile}`,
  ];
}

/** By the platform, and by what k3s and RKE2 put behind their version: `v1.33.5+k3s1`. */
function distributionOf({ cluster, sections }: RecipeContext): string {
  const { version } = sections;
  const reported =
    version?.state === 'observed' ? version.value.gitVersion : '';
  if (cluster.platform === 'openshift') return 'openshift';
  if (/\+k3s\d/.test(reported)) return 'k3s';
  if (/\+rke2/.test(reported)) return 'rke2';
  return 'kubeadm';
}
