/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { labelSelectorSchema } from './labelSelector';

/** One condition on a node: `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`. @public */
export const nodeSelectorRequirementSchema = z.object({
  key: z.string(),
  operator: z.string(),
  values: z.array(z.string()).optional(),
});
/** See {@link nodeSelectorRequirementSchema}. @public */
export type NodeSelectorRequirement = z.infer<
  typeof nodeSelectorRequirementSchema
>;

/** Conditions of which all must hold; of several terms one is enough. @public */
export const nodeSelectorTermSchema = z.object({
  matchExpressions: z.array(nodeSelectorRequirementSchema).optional(),
  /** On fields of the node, of which Kubernetes knows `metadata.name`. */
  matchFields: z.array(nodeSelectorRequirementSchema).optional(),
});
/** See {@link nodeSelectorTermSchema}. @public */
export type NodeSelectorTerm = z.infer<typeof nodeSelectorTermSchema>;

/** What a pod tolerates. Source: k8s.io/api core/v1 types.go `Toleration` @public */
export const tolerationSchema = z.object({
  /** Missing: every key. */
  key: z.string().optional(),
  /** Missing: `Equal`. */
  operator: z.string().optional(),
  value: z.string().optional(),
  /** Missing: every effect. */
  effect: z.string().optional(),
  /** Of `NoExecute`: how long the pod stays. Missing: for ever. */
  seconds: z.number().optional(),
});
/** See {@link tolerationSchema}. @public */
export type Toleration = z.infer<typeof tolerationSchema>;

/** Pods near which, or away from which, a pod has to be. @public */
export const podAffinityTermSchema = z.object({
  /** Missing: no pod at all. */
  selector: labelSelectorSchema.optional(),
  /** Missing together with the selector of namespaces: the pod's own. */
  namespaces: z.array(z.string()).optional(),
  namespaceSelector: labelSelectorSchema.optional(),
  topologyKey: z.string(),
});
/** See {@link podAffinityTermSchema}. @public */
export type PodAffinityTerm = z.infer<typeof podAffinityTermSchema>;

/** How evenly the pods that a selector names have to be spread. @public */
export const topologySpreadSchema = z.object({
  maxSkew: z.number().int(),
  topologyKey: z.string(),
  /** `DoNotSchedule` or `ScheduleAnyway`. */
  whenUnsatisfiable: z.string(),
  selector: labelSelectorSchema.optional(),
  minDomains: z.number().int().optional(),
  /** `Honor` or `Ignore`; missing: `Honor`. */
  nodeAffinityPolicy: z.string().optional(),
  /** `Honor` or `Ignore`; missing: `Ignore`. */
  nodeTaintsPolicy: z.string().optional(),
  /** Keys whose values on the pod itself are added to the selector. */
  matchLabelKeys: z.array(z.string()).optional(),
});
/** See {@link topologySpreadSchema}. @public */
export type TopologySpread = z.infer<typeof topologySpreadSchema>;

/** A port of the node that a pod takes. @public */
export const hostPortSchema = z.object({
  port: z.number().int(),
  /** Missing: `TCP`. */
  protocol: z.string().optional(),
  /** Missing: every address of the node. */
  ip: z.string().optional(),
});
/** See {@link hostPortSchema}. @public */
export type HostPort = z.infer<typeof hostPortSchema>;

/**
 * What decides where a pod may run, beyond what it asks of processors and
 * memory. Pods of one template share one. Preferences of the scheduler are not in
 * it: they decide where a pod goes, and not whether it goes anywhere.
 * Source: k8s.io/api core/v1 types.go `PodSpec`
 * @public
 */
export const podPlacementSchema = z.object({
  /** Labels of the pod; without those that its controller gives to each pod anew, see `podLabels`. */
  labels: z.record(z.string(), z.string()).optional(),
  nodeSelector: z.record(z.string(), z.string()).optional(),
  /** `requiredDuringSchedulingIgnoredDuringExecution` of the node affinity. */
  nodeAffinity: z.array(nodeSelectorTermSchema).optional(),
  /** Required terms. */
  podAffinity: z.array(podAffinityTermSchema).optional(),
  /** Required terms. */
  podAntiAffinity: z.array(podAffinityTermSchema).optional(),
  tolerations: z.array(tolerationSchema).optional(),
  topologySpread: z.array(topologySpreadSchema).optional(),
  hostPorts: z.array(hostPortSchema).optional(),
  /** Asked of resources other than processors and memory: whole numbers, bytes of storage. */
  resources: z.record(z.string(), z.number()).optional(),
  /** PersistentVolumeClaims, by name; in each `{pod}` stands for the name of the pod. */
  claims: z.array(z.string()).optional(),
  /** Missing: `PreemptLowerPriority`. */
  preemptionPolicy: z.string().optional(),
  /** Missing: `default-scheduler`. */
  schedulerName: z.string().optional(),
  /** It waits for somebody to let it be scheduled. */
  schedulingGated: z.boolean().optional(),
  /** It claims devices (resource.k8s.io), which this snapshot does not hold. */
  resourceClaims: z.boolean().optional(),
  /** More of something than the bounds allow was left out: where it may run is not known. */
  truncated: z.boolean().optional(),
});
/** See {@link podPlacementSchema}. @public */
export type PodPlacement = z.infer<typeof podPlacementSchema>;

/** A PersistentVolumeClaim, projected. @public */
export const persistentVolumeClaimSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  /** Missing until it is bound. */
  volumeName: z.string().optional(),
  storageClass: z.string().optional(),
  phase: z.string(),
  accessModes: z.array(z.string()),
});
/** See {@link persistentVolumeClaimSchema}. @public */
export type PersistentVolumeClaimInfo = z.infer<
  typeof persistentVolumeClaimSchema
>;

/** A PersistentVolume, projected. @public */
export const persistentVolumeSchema = z.object({
  name: z.string(),
  /** `namespace/name`. */
  claim: z.string().optional(),
  storageClass: z.string().optional(),
  phase: z.string(),
  accessModes: z.array(z.string()),
  /** Driver of CSI, or the kind of volume: `local`, `hostPath`, `nfs`. */
  driver: z.string().optional(),
  /** Nodes from which it can be reached; missing: from all. */
  nodeAffinity: z.array(nodeSelectorTermSchema).optional(),
  /** Values of the deprecated zone labels, which the scheduler obeys as it obeys the affinity. */
  zoneLabels: z.record(z.string(), z.string()).optional(),
});
/** See {@link persistentVolumeSchema}. @public */
export type PersistentVolumeInfo = z.infer<typeof persistentVolumeSchema>;

/** A StorageClass, projected. @public */
export const storageClassSchema = z.object({
  name: z.string(),
  provisioner: z.string(),
  /** `Immediate` or `WaitForFirstConsumer`. */
  bindingMode: z.string(),
  isDefault: z.boolean(),
  /** Missing: wherever the driver can. */
  allowedTopologies: z.array(nodeSelectorTermSchema).optional(),
});
/** See {@link storageClassSchema}. @public */
export type StorageClassInfo = z.infer<typeof storageClassSchema>;

/** A PriorityClass, projected. @public */
export const priorityClassSchema = z.object({
  name: z.string(),
  value: z.number().int(),
  isDefault: z.boolean(),
  /** Missing: `PreemptLowerPriority`. */
  preemptionPolicy: z.string().optional(),
});
/** See {@link priorityClassSchema}. @public */
export type PriorityClassInfo = z.infer<typeof priorityClassSchema>;
