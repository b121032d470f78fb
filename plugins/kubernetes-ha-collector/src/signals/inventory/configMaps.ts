/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionValues } from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';
import { parseBoundedJson } from '../../bounds/boundedJson';
import { boundMessage } from '../../bounds/exceeded';
import { ConnectionError } from '../../contracts';
import { CONFIG_MAP_BYTES, CONFIG_MAP_TOKENS } from './bounds';
import { InvalidDocumentError } from '../../protobuf/invalidDocument';
import { parseYaml } from './boundedYaml';

/** Sections that are read from one ConfigMap. @public */
export type ConfigMapSection =
  | 'kubeadmConfig'
  | 'kubeProxyConfig'
  | 'clusterInfo';

/** One ConfigMap, read by its name only: the reader may not list them. */
export interface InventoryConfigMap<
  S extends ConfigMapSection = ConfigMapSection,
> {
  section: S;
  namespace: string;
  name: string;
  /** What other makers call it, in order: asked for where there is none of the first name. */
  otherNames?: readonly string[];
  /** Errors: {@link InvalidDocumentError}. */
  project(data: Readonly<Record<string, string>>): SectionValues[S];
}

/** Of a ConfigMap without the key that is looked for, so many keys are named. */
const NAMED_KEYS = 10;
const configMapSchema = z.object({
  kind: z.literal('ConfigMap'),
  data: z.record(z.string(), z.string()).nullish(),
});
const text = z.string().nullish();
/** Of a kubeconfig only the server; credentials in it are never looked at. */
const kubeconfigSchema = z.object({
  clusters: z
    .array(z.object({ cluster: z.object({ server: text }).nullish() }))
    .nullish(),
});
/** Source: k8s.io/kubernetes cmd/kubeadm/app/apis/kubeadm/v1beta4 `ClusterConfiguration` */
const clusterConfigurationSchema = z.object({
  controlPlaneEndpoint: text,
  kubernetesVersion: text,
  clusterName: text,
  networking: z.object({ podSubnet: text, serviceSubnet: text }).nullish(),
  etcd: z
    .object({
      external: z
        .object({ endpoints: z.array(z.string()).nullish() })
        .nullish(),
    })
    .nullish(),
});
/** Source: k8s.io/kube-proxy config/v1alpha1 `KubeProxyConfiguration` */
const kubeProxyConfigurationSchema = z.object({ mode: text });

/** All ConfigMaps of the inventory, by section. */
export const inventoryConfigMaps: {
  [S in ConfigMapSection]: InventoryConfigMap<S>;
} = {
  kubeadmConfig: {
    section: 'kubeadmConfig',
    namespace: 'kube-system',
    name: 'kubeadm-config',
    project(data) {
      const config = read(
        data,
        'ClusterConfiguration',
        clusterConfigurationSchema,
      );
      return {
        controlPlaneEndpoint: config.controlPlaneEndpoint || undefined,
        kubernetesVersion: config.kubernetesVersion || undefined,
        clusterName: config.clusterName || undefined,
        podSubnet: config.networking?.podSubnet || undefined,
        serviceSubnet: config.networking?.serviceSubnet || undefined,
        externalEtcdEndpoints: config.etcd?.external?.endpoints ?? [],
      };
    },
  },
  kubeProxyConfig: {
    section: 'kubeProxyConfig',
    namespace: 'kube-system',
    name: 'kube-proxy',
    // EKS keeps two: `kube-proxy` with a kubeconfig alone, and this one with the configuration.
    otherNames: ['kube-proxy-config'],
    project(data) {
      const key = 'config' in data ? 'config' : 'config.conf';
      const config = read(data, key, kubeProxyConfigurationSchema);
      return {
        mode: config.mode ?? '',
        // Only kubeadm keeps the kubeconfig beside it.
        apiServerUrl:
          'kubeconfig.conf' in data
            ? serverOf(data, 'kubeconfig.conf')
            : undefined,
      };
    },
  },
  clusterInfo: {
    section: 'clusterInfo',
    namespace: 'kube-public',
    name: 'cluster-info',
    project: data => ({ apiServerUrl: serverOf(data, 'kubeconfig') }),
  },
};

/**
 * A section from the JSON of its ConfigMap. For the decoding thread: a
 * document of many keys takes its time.
 *
 * Errors: {@link InvalidDocumentError}; `ConnectionError` with `too-large` for
 * a document beyond its bound.
 */
export function readConfigMap(
  section: ConfigMapSection,
  body: Buffer,
): SectionValues[ConfigMapSection] {
  const configMap = configMapSchema.safeParse(parseJson(body));
  if (!configMap.success) {
    throw new InvalidDocumentError('the answer is not a ConfigMap');
  }
  return inventoryConfigMaps[section].project(configMap.data.data ?? {});
}

function parseJson(body: Buffer): unknown {
  const bound = { bytes: CONFIG_MAP_BYTES, tokens: CONFIG_MAP_TOKENS };
  try {
    return parseBoundedJson(body, bound, beyond =>
      boundMessage('bound.config-map', beyond),
    );
  } catch (error) {
    if (error instanceof ConnectionError) throw error;
    throw new InvalidDocumentError('the answer is not valid JSON', {
      cause: error,
    });
  }
}

function serverOf(
  data: Readonly<Record<string, string>>,
  key: string,
): string | undefined {
  const { clusters } = read(data, key, kubeconfigSchema);
  return clusters?.[0]?.cluster?.server || undefined;
}

function read<T>(
  data: Readonly<Record<string, string>>,
  key: string,
  schema: z.ZodType<T>,
): T {
  const document = data[key];
  if (document === undefined) {
    const keys = Object.keys(data).slice(0, NAMED_KEYS).join(', ') || 'none';
    throw new InvalidDocumentError(
      `no key ${key} in the ConfigMap (its keys: ${keys})`,
    );
  }
  const parsed = schema.safeParse(parseYaml(key, document));
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') || 'the document';
  throw new InvalidDocumentError(`${key}: unexpected value of ${path}`);
}
