/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { KubernetesJson } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/__testUtils__/kubernetesEncoder';
import { Random } from './random';
import { managed, nodeName } from './syntheticNode';

/** Pods of one ReplicaSet. */
const REPLICAS = 20;
/** Pods of one namespace, as the published limits have it. Source: kubernetes/community thresholds.md */
const PODS_PER_NAMESPACE = 3_000;

/**
 * Pod number `index` of a cluster of `nodes` nodes, about 11 kB of JSON of
 * which 4 are managedFields: environment, probes, volumes, spread constraints
 * and the status fields of Kubernetes 1.34 and later; a third has a sidecar.
 */
export function syntheticPod(index: number, nodes: number): KubernetesJson {
  const set = Math.floor(index / REPLICAS);
  const shape = new Random(set * 7919 + 13);
  const own = new Random(index * 104_729 + 7);
  const app = `service-${set % 997}`;
  const namespace = `team-${Math.floor(index / PODS_PER_NAMESPACE)}`;
  const hash = shape.suffix(10);
  const owner = `${app}-${hash}`;
  const created = new Date(
    Date.UTC(2026, 9, 1) + (set * 977 + own.below(300)) * 1000,
  ).toISOString();
  const at = `${created.slice(0, 19)}Z`;
  const sidecar = shape.below(10) < 3;
  const labels = {
    'app.kubernetes.io/name': app,
    'app.kubernetes.io/instance': `${app}-prod`,
    'app.kubernetes.io/version': `1.${shape.below(40)}.0`,
    'pod-template-hash': hash,
    team: namespace,
  };
  const image = `registry.example.org/${namespace}/${app}:v1.${shape.below(
    40,
  )}.${shape.below(9)}`;
  const names = sidecar ? ['main', 'proxy'] : ['main'];
  return {
    metadata: {
      name: `${owner}-${own.suffix(5)}`,
      generateName: `${owner}-`,
      namespace,
      uid: own.uid(),
      resourceVersion: String(10_000_000 + own.below(90_000_000)),
      creationTimestamp: at,
      labels,
      annotations: {
        'prometheus.io/scrape': 'true',
        'prometheus.io/port': '9090',
        'checksum/config': shape.hex(64),
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: owner,
          uid: shape.uid(),
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: [
        managed('kube-controller-manager', 'Update', 2_300),
        managed('kubelet', 'Update', 1_500, 'status'),
      ],
    },
    spec: {
      volumes: [tokenVolume(), { name: 'tmp', emptyDir: {} }],
      containers: names.map(name => container(name, image, shape)),
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      serviceAccountName: app,
      serviceAccount: app,
      nodeName: nodeName(own.below(nodes)),
      securityContext: { runAsNonRoot: true, fsGroup: 2000 },
      affinity: { podAntiAffinity: antiAffinity(app) },
      schedulerName: 'default-scheduler',
      tolerations: ['not-ready', 'unreachable'].map(key => ({
        key: `node.kubernetes.io/${key}`,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      })),
      priorityClassName: 'service-default',
      priority: 1000,
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: { matchLabels: { 'app.kubernetes.io/name': app } },
        },
      ],
    },
    status: status(names, image, at, own),
  };
}

function container(name: string, image: string, shape: Random): KubernetesJson {
  const probe = (path: string) => ({
    httpGet: { path, port: 8080, scheme: 'HTTP' },
    initialDelaySeconds: 5,
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });
  return {
    name,
    image,
    args: ['--config=/etc/app/config.yaml', `--listen=:${8080}`],
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    env: [
      ...Array.from({ length: 6 + shape.below(5) }, (_, index) => ({
        name: `APP_SETTING_${index}`,
        value: `https://backend-${shape.below(500)}.example.org:8443/path`,
      })),
      {
        name: 'POD_IP',
        valueFrom: {
          fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' },
        },
      },
    ],
    resources: {
      requests: {
        cpu: `${shape.pick([50, 100, 250, 500, 1000])}m`,
        memory: `${shape.pick([64, 128, 256, 512, 1024])}Mi`,
      },
      limits: { memory: '2Gi' },
    },
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      {
        name: 'kube-api-access',
        readOnly: true,
        mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
      },
    ],
    livenessProbe: probe('/healthz'),
    readinessProbe: probe('/readyz'),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    securityContext: {
      capabilities: { drop: ['ALL'] },
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
    },
  };
}

function tokenVolume(): KubernetesJson {
  return {
    name: 'kube-api-access',
    projected: {
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        {
          configMap: {
            name: 'kube-root-ca.crt',
            items: [{ key: 'ca.crt', path: 'ca.crt' }],
          },
        },
        {
          downwardAPI: {
            items: [
              {
                path: 'namespace',
                fieldRef: {
                  apiVersion: 'v1',
                  fieldPath: 'metadata.namespace',
                },
              },
            ],
          },
        },
      ],
      defaultMode: 420,
    },
  };
}

function antiAffinity(app: string): KubernetesJson {
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: {
          labelSelector: { matchLabels: { 'app.kubernetes.io/name': app } },
          topologyKey: 'kubernetes.io/hostname',
        },
      },
    ],
  };
}

function status(
  names: readonly string[],
  image: string,
  at: string,
  own: Random,
): KubernetesJson {
  const ip = `10.${own.below(200)}.${own.below(250)}.${own.below(250)}`;
  const types = [
    'PodReadyToStartContainers',
    'Initialized',
    'Ready',
    'ContainersReady',
    'PodScheduled',
  ];
  return {
    observedGeneration: 1,
    phase: 'Running',
    conditions: types.map(type => ({
      type,
      observedGeneration: 1,
      status: 'True',
      lastTransitionTime: at,
    })),
    hostIP: '10.200.1.17',
    hostIPs: [{ ip: '10.200.1.17' }],
    podIP: ip,
    podIPs: [{ ip }],
    startTime: at,
    containerStatuses: names.map(name => ({
      name,
      state: { running: { startedAt: at } },
      lastState: {},
      ready: true,
      restartCount: own.below(20) === 0 ? own.below(9) : 0,
      image,
      imageID: `registry.example.org/app@sha256:${own.hex(64)}`,
      containerID: `containerd://${own.hex(64)}`,
      started: true,
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    })),
    qosClass: 'Burstable',
  };
}
