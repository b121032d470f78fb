/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
/** The KubeletConfiguration that /configz of a machine shows: the kubelet's defaults where HA looks at them. */
export function kubeletConfiguration(
  serverTLSBootstrap: boolean,
): Record<string, unknown> {
  return {
    kind: 'KubeletConfiguration',
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    staticPodPath: '/etc/kubernetes/manifests',
    rotateCertificates: true,
    serverTLSBootstrap,
    authentication: {
      x509: { clientCAFile: '/etc/kubernetes/pki/ca.crt' },
      webhook: { enabled: true, cacheTTL: '2m0s' },
      anonymous: { enabled: false },
    },
    clusterDomain: 'cluster.local',
    clusterDNS: ['10.96.0.10'],
    nodeStatusUpdateFrequency: '10s',
    nodeStatusReportFrequency: '5m0s',
    nodeLeaseDurationSeconds: 40,
    cgroupDriver: 'systemd',
    maxPods: 110,
    evictionHard: {
      'imagefs.available': '15%',
      'imagefs.inodesFree': '5%',
      'memory.available': '100Mi',
      'nodefs.available': '10%',
      'nodefs.inodesFree': '5%',
    },
    shutdownGracePeriod: '30s',
    shutdownGracePeriodCriticalPods: '10s',
  };
}
