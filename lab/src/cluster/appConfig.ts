/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { statsUrl } from '../loadbalancer/stats';
import { etcdEndpoints } from '../pki/kubeadmConfig';
import { profileByName } from '../profiles';
import { type LabDescription, machinesOfRole } from '../state/description';
import { labPaths } from '../state/paths';
import { clientFiles, endpointUrl } from './clientFiles';

/** One entry of `kubernetesHa.clusters` in app-config. */
export interface LabClusterConfig {
  name: string;
  title: string;
  tier: string;
  connection: { type: 'kubeconfig'; kubeconfig: string };
  apiServer: { endpoint: string };
  etcd?: {
    endpoints: string[];
    caFile: string;
    certFile: string;
    keyFile: string;
  };
  loadBalancer?:
    | { haproxy: { name: string; statsUrl: string }[] }
    | { kind: 'none' };
}

/** What the portal is told about a lab, as one entry of `kubernetesHa.clusters`. */
export function labAppConfig(lab: LabDescription): LabClusterConfig {
  const profile = profileByName(lab.profile);
  const files = clientFiles(lab.name);
  const endpoint = endpointUrl(lab);
  const haproxy = machinesOfRole(lab, 'load-balancer').map(
    ({ name, address }) => ({ name, statsUrl: statsUrl(address) }),
  );
  const everything = profile.visibility === 'everything';
  return {
    name: `lab-${lab.name}`,
    title: profile.title,
    tier: profile.tier,
    connection: { type: 'kubeconfig', kubeconfig: files.readerKubeconfig },
    apiServer: { endpoint },
    ...(everything
      ? { etcd: { endpoints: etcdEndpoints(lab), ...files.etcd } }
      : {}),
    ...(everything && {
      loadBalancer: haproxy.length > 0 ? { haproxy } : { kind: 'none' },
    }),
  };
}

/** Writes the app-config file of a lab and returns its path. */
export function writeAppConfig(lab: LabDescription): string {
  const { appConfig } = labPaths(lab.name);
  writeFileSync(
    appConfig,
    stringify({ kubernetesHa: { clusters: [labAppConfig(lab)] } }),
  );
  return appConfig;
}
