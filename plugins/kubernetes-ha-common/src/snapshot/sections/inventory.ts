/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { labelSelectorSchema } from './labelSelector';
import { podPlacementSchema } from './placement';

/** `/version` of the API server. @public */
export const versionSchema = z.object({
  /** As reported, for example `v1.37.2` or `v1.33.5-eks-1-33`. */
  gitVersion: z.string(),
  platform: z.string().optional(),
});
/** See {@link versionSchema}. @public */
export type VersionInfo = z.infer<typeof versionSchema>;

/** A condition of a Kubernetes object. @public */
export const conditionSchema = z.object({
  type: z.string(),
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string().optional(),
  lastTransitionTime: z.iso.datetime().optional(),
});
/** See {@link conditionSchema}. @public */
export type Condition = z.infer<typeof conditionSchema>;

/** A taint of a node. @public */
export const taintSchema = z.object({
  key: z.string(),
  value: z.string().optional(),
  effect: z.string(),
});

/**
 * A node, projected. Quantities are normalised: CPU in millicores, memory and
 * storage in bytes.
 * Source: k8s.io/api core/v1 types.go
 * @public
 */
export const nodeSchema = z.object({
  name: z.string(),
  /** Labels under `kubernetes.io`, `k8s.io` and of known providers, the label `type`, and no others. */
  labels: z.record(z.string(), z.string()),
  /** Scheme of `spec.providerID`, which names whose machine it is: `aws`, `gce`, `azure`, `vsphere`. */
  provider: z.string().optional(),
  /** `topology.kubernetes.io/zone`; missing when the node has none. */
  zone: z.string().optional(),
  region: z.string().optional(),
  /** True when the only zone label is the deprecated `failure-domain.beta.kubernetes.io/zone`. */
  zoneFromDeprecatedLabel: z.boolean().optional(),
  /** Has the label `node-role.kubernetes.io/control-plane` or `…/master`. */
  controlPlane: z.boolean(),
  internalIPs: z.array(z.string()),
  hostname: z.string().optional(),
  /** Its addresses of the other types, and names beyond the first; missing when it has none. */
  otherAddresses: z
    .array(z.object({ type: z.string(), address: z.string() }))
    .optional(),
  unschedulable: z.boolean(),
  taints: z.array(taintSchema),
  conditions: z.array(conditionSchema),
  allocatable: z.object({
    cpuMillis: z.number(),
    memoryBytes: z.number(),
    pods: z.number(),
    /** Of all other resources, by name: whole numbers, bytes of storage. */
    others: z.record(z.string(), z.number()).optional(),
  }),
  kubeletVersion: z.string(),
  kernelVersion: z.string(),
  osImage: z.string(),
  operatingSystem: z.string(),
  containerRuntime: z.string(),
  /** Port of the kubelet (`status.daemonEndpoints`); missing or 0 when it has none. */
  kubeletPort: z.number().int().optional(),
  createdAt: z.iso.datetime().optional(),
});
/** See {@link nodeSchema}. @public */
export type NodeInfo = z.infer<typeof nodeSchema>;

/** The control-plane component that a static pod runs, with the flags it was started with. @public */
export const controlPlanePodSchema = z.object({
  /** `kube-apiserver`, `kube-controller-manager`, `kube-scheduler` or `etcd`, by the labels of its maker. */
  component: z.string(),
  /** `command` and `args` of the container that is the component, in order. */
  command: z.array(z.string()),
});

/**
 * A pod, projected while it streams in. CPU requests in millicores, memory
 * requests in bytes, both the effective request of the pod (init containers
 * and overhead counted as the scheduler does).
 * @public
 */
export const podSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  /**
   * `metadata.uid`. The inventory leaves it out: nothing is judged by it, and
   * 16 random bytes a pod are twice what all else of a stored pod needs.
   * Whoever acts on a pod reads it anew and takes the uid from there.
   */
  uid: z.string().optional(),
  /** Missing while the pod is not bound. */
  nodeName: z.string().optional(),
  phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown']),
  ready: z.boolean(),
  /** Controlling owner, if any. */
  ownerKind: z.string().optional(),
  ownerName: z.string().optional(),
  priority: z.number().int().optional(),
  priorityClass: z.string().optional(),
  cpuMillis: z.number(),
  memoryBytes: z.number(),
  restartCount: z.number().int(),
  /** Mirror pod of a static pod (annotation `kubernetes.io/config.mirror`). */
  mirror: z.boolean(),
  hostNetwork: z.boolean(),
  /** `PodScheduled=False` with reason Unschedulable, since when. */
  unschedulableSince: z.iso.datetime().optional(),
  /** `metadata.deletionTimestamp`. */
  deletedAt: z.iso.datetime().optional(),
  createdAt: z.iso.datetime().optional(),
  /** Label `app.kubernetes.io/name`, `k8s-app` or `app`, the first that is set. */
  app: z.string().optional(),
  controlPlane: controlPlanePodSchema.optional(),
  /** Missing in snapshots that were taken before it was read. */
  placement: podPlacementSchema.optional(),
});
/** See {@link podSchema}. @public */
export type PodInfo = z.infer<typeof podSchema>;

/** A Deployment, DaemonSet or StatefulSet, projected. @public */
export const workloadSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  /** Desired pods: `spec.replicas`, or `status.desiredNumberScheduled` of a DaemonSet. */
  desired: z.number().int(),
  /** `status.readyReplicas` or `status.numberReady`. */
  ready: z.number().int(),
  available: z.number().int(),
  /** Images of the containers, without digest. */
  images: z.array(z.string()),
  /** Labels of its pods, by the template; missing when it has none. */
  podLabels: z.record(z.string(), z.string()).optional(),
});
/** See {@link workloadSchema}. @public */
export type WorkloadInfo = z.infer<typeof workloadSchema>;

/** A PodDisruptionBudget, projected. @public */
export const podDisruptionBudgetSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  minAvailable: z.string().optional(),
  maxUnavailable: z.string().optional(),
  unhealthyPodEvictionPolicy: z.string().optional(),
  /** Pods that it covers: without one none, by an empty one all of its namespace. */
  selector: labelSelectorSchema.optional(),
  disruptionsAllowed: z.number().int(),
  currentHealthy: z.number().int(),
  desiredHealthy: z.number().int(),
  expectedPods: z.number().int(),
});
/** See {@link podDisruptionBudgetSchema}. @public */
export type PodDisruptionBudgetInfo = z.infer<typeof podDisruptionBudgetSchema>;

/** One address of an EndpointSlice. @public */
export const endpointSchema = z.object({
  addresses: z.array(z.string()),
  ready: z.boolean(),
  nodeName: z.string().optional(),
  zone: z.string().optional(),
  /** `kind/namespace/name` of the target. */
  target: z.string().optional(),
});

/** An EndpointSlice, projected. @public */
export const endpointSliceSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  /** Label `kubernetes.io/service-name`. */
  service: z.string().optional(),
  endpoints: z.array(endpointSchema),
  ports: z.array(
    z.object({
      name: z.string().optional(),
      port: z.number().int().optional(),
    }),
  ),
});
/** See {@link endpointSliceSchema}. @public */
export type EndpointSliceInfo = z.infer<typeof endpointSliceSchema>;

/**
 * The authorities that an API server trusts in the server of a webhook
 * (`clientConfig.caBundle`), as far as they say how long they last.
 * @public
 */
export const caBundleSchema = z.object({
  /**
   * `system`: it is empty, so those of the API server's machine count.
   * `invalid`: no certificate in it can be read. `too-large`: not looked at.
   */
  state: z.enum(['parsed', 'system', 'invalid', 'too-large']),
  /** Certificates that could be read. */
  certificates: z.number().int(),
  /** Of the certificate that ends last: trust ends with it. */
  subject: z.string().optional(),
  notBefore: z.iso.datetime().optional(),
  notAfter: z.iso.datetime().optional(),
});
/** See {@link caBundleSchema}. @public */
export type CaBundleInfo = z.infer<typeof caBundleSchema>;

/** One webhook of a Validating- or MutatingWebhookConfiguration. @public */
export const webhookSchema = z.object({
  /** Name of the configuration object. */
  configuration: z.string(),
  /** Name of the webhook in it. */
  name: z.string(),
  failurePolicy: z.enum(['Fail', 'Ignore']),
  timeoutSeconds: z.number().int(),
  /** Backing Service; missing for a URL-based webhook. */
  service: z.object({ namespace: z.string(), name: z.string() }).optional(),
  url: z.string().optional(),
  /** Missing in snapshots that were taken before it was read. */
  ca: caBundleSchema.optional(),
  namespaceSelector: labelSelectorSchema.optional(),
  objectSelector: labelSelectorSchema.optional(),
  /** Number of CEL match conditions. */
  matchConditions: z.number().int(),
  rules: z.array(
    z.object({
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()),
      operations: z.array(z.string()),
      scope: z.string().optional(),
    }),
  ),
});
/** See {@link webhookSchema}. @public */
export type WebhookInfo = z.infer<typeof webhookSchema>;

/** A registered API group version. @public */
export const apiServiceSchema = z.object({
  name: z.string(),
  group: z.string(),
  version: z.string(),
  /** Missing for one that the API server serves itself. */
  service: z.object({ namespace: z.string(), name: z.string() }).optional(),
  available: conditionSchema.optional(),
});
/** See {@link apiServiceSchema}. @public */
export type ApiServiceInfo = z.infer<typeof apiServiceSchema>;

/** What the ConfigMap `kube-system/kubeadm-config` declares. @public */
export const kubeadmConfigSchema = z.object({
  controlPlaneEndpoint: z.string().optional(),
  kubernetesVersion: z.string().optional(),
  clusterName: z.string().optional(),
  podSubnet: z.string().optional(),
  serviceSubnet: z.string().optional(),
  /** Servers of an external etcd; empty for a stacked one. */
  externalEtcdEndpoints: z.array(z.string()),
});

/** What the ConfigMap `kube-system/kube-proxy` declares. @public */
export const kubeProxyConfigSchema = z.object({
  /** `mode` of config.conf; empty string when it is not set. */
  mode: z.string(),
  /** `clusters[0].cluster.server` of kubeconfig.conf. */
  apiServerUrl: z.string().optional(),
});

/** What the ConfigMap `kube-public/cluster-info` declares. @public */
export const clusterInfoSchema = z.object({
  apiServerUrl: z.string().optional(),
});
