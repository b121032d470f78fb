/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * What the planes of another maker look like to those who read them. The lab
 * plays it on the same programs: the marks are real, the distribution is not.
 */
export interface Maker {
  /** Appended to the version that API servers and kubelets report, for example `+k3s1`. Source: component-base, `--version=vX.Y.Z…`. */
  versionSuffix?: string;
  /** Appended to the host name of a control-plane machine to make the name of its Node, as cloud providers do with private DNS names. */
  nodeDomain?: string;
  /** `spec.providerID` of a worker, from its name and zone. */
  providerId?: (worker: { name: string; zone: string }) => string;
  /** Labels of control-plane Nodes, beside those of zone and region. */
  controlPlaneLabels?: Readonly<Record<string, string>>;
  /** Namespace and labels of the static pods, by component; kubeadm's own unless given. */
  staticPods?: Readonly<Record<string, StaticPodMarks>>;
  /** Days for which the serving and client certificates live; a year unless given. */
  certificateDays?: number;
  /** False where no kube-proxy of kubeadm's is installed, and so no ConfigMap of it. */
  kubeProxy?: boolean;
}

/** Where a static pod is found. */
export interface StaticPodMarks {
  namespace: string;
  labels: Readonly<Record<string, string>>;
}
