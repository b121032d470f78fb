/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { stringify } from 'yaml';
import { etcdEndpoints, podSubnet } from '../pki/kubeadmConfig';
import type { Maker } from '../profiles/maker';
import type { ServiceFile } from '../runner/config';
import {
  type LabDescription,
  type MachineDescription,
  machinesOfRole,
} from '../state/description';

/** Where the foreign control plane keeps its certificates, as the machine sees it. */
export const tlsFolder = '/etc/kubernetes/tls';
export const foreignServiceSubnet = '172.20.0.0/16';
/** First address of the subnet: the service "kubernetes". */
export const foreignServiceAddress = '172.20.0.1';

const configFolder = '/etc/kubernetes/config';

/** Configuration files of one machine, by name below /etc/kubernetes/config. */
export function foreignConfigFiles(
  lab: LabDescription,
  machine: MachineDescription,
  etcdQuotaBytes: number | undefined,
): Record<string, string> {
  const tls = {
    'cert-file': `${tlsFolder}/etcd.pem`,
    'key-file': `${tlsFolder}/etcd-key.pem`,
    'trusted-ca-file': `${tlsFolder}/ca.pem`,
    'client-cert-auth': true,
  };
  const client = `https://${machine.address}:2379`;
  const peer = `https://${machine.address}:2380`;
  return {
    'etcd.yaml': stringify({
      name: machine.name,
      'data-dir': '/var/lib/etcd',
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': machinesOfRole(lab, 'control-plane')
        .map(({ name, address }) => `${name}=https://${address}:2380`)
        .join(','),
      'initial-cluster-state': 'new',
      'initial-cluster-token': lab.name,
      'client-transport-security': tls,
      'peer-transport-security': tls,
      ...(etcdQuotaBytes ? { 'quota-backend-bytes': etcdQuotaBytes } : {}),
    }),
    'scheduler.yaml': stringify({
      apiVersion: 'kubescheduler.config.k8s.io/v1',
      kind: 'KubeSchedulerConfiguration',
      clientConnection: { kubeconfig: '/etc/kubernetes/scheduler.conf' },
      leaderElection: { leaderElect: true },
    }),
  };
}

/**
 * Services of one machine. Names and values are separate words, not
 * "--name=value" as kubeadm writes them, and what can be in a file is.
 */
export function foreignServices(
  lab: LabDescription,
  machine: MachineDescription,
  maker: Maker | undefined,
): Record<string, ServiceFile> {
  const etcdServers =
    lab.layout === 'all-endpoints'
      ? etcdEndpoints(lab).join(',')
      : `https://${machine.address}:2379`;
  return {
    etcd: { command: ['etcd', '--config-file', `${configFolder}/etcd.yaml`] },
    'kube-apiserver': {
      command: [
        'kube-apiserver',
        ...words({
          'advertise-address': machine.address,
          'secure-port': String(lab.apiPort),
          'etcd-servers': etcdServers,
          'etcd-cafile': `${tlsFolder}/ca.pem`,
          'etcd-certfile': `${tlsFolder}/etcd.pem`,
          'etcd-keyfile': `${tlsFolder}/etcd-key.pem`,
          'client-ca-file': `${tlsFolder}/ca.pem`,
          'tls-cert-file': `${tlsFolder}/apiserver.pem`,
          'tls-private-key-file': `${tlsFolder}/apiserver-key.pem`,
          'kubelet-client-certificate': `${tlsFolder}/apiserver-client.pem`,
          'kubelet-client-key': `${tlsFolder}/apiserver-client-key.pem`,
          'proxy-client-cert-file': `${tlsFolder}/apiserver-client.pem`,
          'proxy-client-key-file': `${tlsFolder}/apiserver-client-key.pem`,
          'requestheader-client-ca-file': `${tlsFolder}/ca.pem`,
          'requestheader-allowed-names': 'apiserver-client',
          'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
          'requestheader-group-headers': 'X-Remote-Group',
          'requestheader-username-headers': 'X-Remote-User',
          'service-account-issuer': 'https://kubernetes.default.svc',
          'service-account-key-file': `${tlsFolder}/tokens-pub.pem`,
          'service-account-signing-key-file': `${tlsFolder}/tokens-key.pem`,
          'service-cluster-ip-range': foreignServiceSubnet,
          'authorization-mode': 'Node,RBAC',
          'enable-admission-plugins': 'NodeRestriction',
        }),
        '--allow-privileged',
        ...(maker?.versionSuffix
          ? [`--version=${lab.kubernetesVersion}${maker.versionSuffix}`]
          : []),
      ],
      stopGraceSeconds: 30,
    },
    'kube-controller-manager': {
      command: [
        'kube-controller-manager',
        ...words({
          kubeconfig: '/etc/kubernetes/controller-manager.conf',
          'authentication-kubeconfig':
            '/etc/kubernetes/controller-manager.conf',
          'authorization-kubeconfig': '/etc/kubernetes/controller-manager.conf',
          'bind-address': '0.0.0.0',
          'root-ca-file': `${tlsFolder}/ca.pem`,
          'cluster-signing-cert-file': `${tlsFolder}/ca.pem`,
          'cluster-signing-key-file': `${tlsFolder}/ca-key.pem`,
          'service-account-private-key-file': `${tlsFolder}/tokens-key.pem`,
          'cluster-cidr': podSubnet,
          'service-cluster-ip-range': foreignServiceSubnet,
        }),
        '--allocate-node-cidrs',
        '--use-service-account-credentials',
      ],
    },
    'kube-scheduler': {
      command: [
        'kube-scheduler',
        '--config',
        `${configFolder}/scheduler.yaml`,
        '--authentication-kubeconfig',
        '/etc/kubernetes/scheduler.conf',
        '--authorization-kubeconfig',
        '/etc/kubernetes/scheduler.conf',
      ],
    },
  };
}

function words(flags: Readonly<Record<string, string>>): string[] {
  return Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
}
