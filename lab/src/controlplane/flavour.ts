/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { ClientSources } from '../cluster/clientFiles';
import type { KubernetesClient } from '../kubernetes/client';
import type { Deadline } from '../kubernetes/retryTransient';
import type { KubeadmOptions } from '../pki/kubeadmConfig';
import type { Profile } from '../profiles/profile';
import type { LabDescription } from '../state/description';

/** A way to make a control plane on machines that already run. */
export interface ControlPlaneFlavour {
  /** Below /etc/kubernetes of the first machine. */
  clientSources: ClientSources;
  /** Administrator's kubeconfig below /etc/kubernetes of the first machine. */
  adminKubeconfig: string;
  /** Common name of the client certificate with which API servers call kubelets. */
  kubeletClientName: string;
  /** Whether kubelets serve certificates of the cluster's authority, or sign their own. */
  kubeletsServeByClusterCa: boolean;
  /**
   * Makes certificates and starts all components. Calls `onCertificates` as
   * soon as those named in `clientSources` exist, and waits for it.
   */
  make(
    lab: LabDescription,
    options: KubeadmOptions,
    onCertificates: () => Promise<void>,
  ): Promise<void>;
  /** What is done once an API server answers and the workers are registered; the client repeats until the deadline, and so do programs that are called. */
  finish(
    lab: LabDescription,
    profile: Profile,
    client: KubernetesClient,
    deadline: Deadline,
  ): Promise<void>;
}
