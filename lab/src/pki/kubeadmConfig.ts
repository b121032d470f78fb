/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { stringify } from 'yaml';
import type { Maker } from '../profiles/maker';
import {
  type LabDescription,
  machinesOfRole,
  type MachineDescription,
  nodeNameOf,
} from '../state/description';
import { etcdVersion, releaseOf } from '../build/releases';

/** Networks inside the cluster; nothing routes them outside of it. */
export const serviceSubnet = '10.96.0.0/12';
/** Room for 4096 nodes of a /24 each. */
export const podSubnet = '10.128.0.0/12';
export const regionLabel = 'lab-region';

export interface KubeadmOptions {
  /** Unit: bytes. Without it etcd's own default (2 GiB) holds. */
  etcdQuotaBytes?: number;
  /** Marks of another maker. */
  maker?: Maker;
  /** Folder in the machine with kubeadm patches. */
  patches?: string;
}

interface Argument {
  name: string;
  value: string;
}

/** Addresses of all etcd members, as clients use them. */
export function etcdEndpoints(lab: LabDescription): string[] {
  return machinesOfRole(lab, 'control-plane').map(
    ({ address }) => `https://${address}:2379`,
  );
}

/** The kubeadm configuration (v1beta4) of one control-plane machine. */
export function kubeadmConfig(
  lab: LabDescription,
  machine: MachineDescription,
  options: KubeadmOptions,
): string {
  const controlPlane = machinesOfRole(lab, 'control-plane');
  const balanced = machinesOfRole(lab, 'load-balancer');
  const initialCluster = controlPlane
    .map(other => `${nodeNameOf(other)}=https://${other.address}:2380`)
    .join(',');
  const etcdArguments: Argument[] = [
    // kubeadm writes only the machine's own entry; members that join one by one would get the rest from "member add".
    { name: 'initial-cluster', value: initialCluster },
    ...(options.etcdQuotaBytes
      ? [{ name: 'quota-backend-bytes', value: `${options.etcdQuotaBytes}` }]
      : []),
  ];
  const { maker } = options;
  const apiServerArguments: Argument[] = [
    ...(lab.layout === 'all-endpoints'
      ? [{ name: 'etcd-servers', value: etcdEndpoints(lab).join(',') }]
      : []),
    ...(maker?.versionSuffix
      ? [
          {
            name: 'version',
            value: `${lab.kubernetesVersion}${maker.versionSuffix}`,
          },
        ]
      : []),
  ];

  return [
    {
      apiVersion: 'kubeadm.k8s.io/v1beta4',
      kind: 'InitConfiguration',
      localAPIEndpoint: {
        advertiseAddress: machine.address,
        bindPort: lab.apiPort,
      },
      nodeRegistration: {
        name: nodeNameOf(machine),
        criSocket: 'unix:///run/containerd/containerd.sock',
      },
      ...(options.patches ? { patches: { directory: options.patches } } : {}),
    },
    {
      apiVersion: 'kubeadm.k8s.io/v1beta4',
      kind: 'ClusterConfiguration',
      clusterName: lab.name,
      kubernetesVersion: lab.kubernetesVersion,
      ...(maker?.certificateDays && {
        certificateValidityPeriod: `${maker.certificateDays * 24}h`,
      }),
      // A single machine without load balancer is what "kubeadm init" makes when nobody names an endpoint.
      ...(balanced.length > 0
        ? {
            controlPlaneEndpoint: `${lab.endpoint.host}:${lab.endpoint.port}`,
          }
        : {}),
      networking: { serviceSubnet, podSubnet, dnsDomain: 'cluster.local' },
      apiServer: {
        certSANs: [
          ...(lab.virtualIp ? [lab.virtualIp] : []),
          ...balanced.map(({ address }) => address),
        ],
        extraArgs: apiServerArguments,
      },
      etcd: {
        local: {
          dataDir: '/var/lib/etcd',
          imageTag: `${etcdVersion(releaseOf(lab)).slice(1)}-0`,
          extraArgs: etcdArguments,
        },
      },
    },
    {
      apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
      kind: 'KubeProxyConfiguration',
      // Explicit: an unset mode is a warning of kube-proxy since 1.37, whose default will change.
      mode: 'nftables',
      clusterCIDR: podSubnet,
    },
    {
      apiVersion: 'kubelet.config.k8s.io/v1beta1',
      kind: 'KubeletConfiguration',
      // Kubelets serve certificates of the cluster's authority, so that readers can check them.
      serverTLSBootstrap: true,
    },
  ]
    .map(document => stringify(document))
    .join('---\n');
}
