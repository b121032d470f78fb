/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

interface RealObject {
  /** Collection to create it in. */
  path: string;
  object: { metadata: { name: string; [key: string]: unknown } } & Record<
    string,
    unknown
  >;
  /** Written afterwards: a server takes none with most new objects. */
  status?: object;
}

const container = {
  name: 'main',
  image: 'registry.example.org/web:1.2@sha256:'.padEnd(103, '0'),
  args: ['--port=80'],
  resources: { requests: { cpu: '0.4', memory: '64Mi' } },
};
const selector = { matchLabels: { app: 'web' } };
const template = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [container] },
};
const at = '2026-11-20T10:00:00Z';
const webhook = {
  name: 'guard.example.org',
  clientConfig: { service: { namespace: 'default', name: 'guard', path: '/' } },
  rules: [
    {
      apiGroups: ['example.org'],
      apiVersions: ['v1'],
      resources: ['things'],
      operations: ['CREATE', 'UPDATE'],
    },
  ],
  namespaceSelector: {
    matchExpressions: [
      { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['x'] },
    ],
  },
  matchConditions: [{ name: 'always', expression: 'true' }],
  sideEffects: 'None',
  failurePolicy: 'Ignore',
  admissionReviewVersions: ['v1'],
};

/** An object of each kind that the inventory reads, with as much in it as the server accepts; APIServices are there by themselves. */
export const realObjects: readonly RealObject[] = [
  {
    path: '/api/v1/nodes',
    object: {
      metadata: {
        name: 'node-a',
        labels: {
          'topology.kubernetes.io/zone': 'zone-a',
          'node-role.kubernetes.io/control-plane': '',
          'example.org/rack': 'r1',
        },
      },
      spec: {
        unschedulable: true,
        taints: [{ key: 'example.org/x', value: 'y', effect: 'NoSchedule' }],
      },
    },
    status: {
      allocatable: { cpu: '1500m', memory: '2Gi', pods: '110' },
      capacity: { cpu: '2', memory: '4Gi', pods: '110' },
      addresses: [
        { type: 'InternalIP', address: '192.0.2.1' },
        { type: 'Hostname', address: 'node-a' },
      ],
      conditions: [
        { type: 'Ready', status: 'True', lastTransitionTime: at, reason: 'Ok' },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        machineID: '',
        systemUUID: '',
        bootID: '',
        kubeProxyVersion: '',
        architecture: 'amd64',
        kernelVersion: '6.12',
        osImage: 'Debian',
        containerRuntimeVersion: 'containerd://2.1',
        kubeletVersion: 'v1.37.2',
        operatingSystem: 'linux',
      },
    },
  },
  {
    path: '/api/v1/namespaces/default/pods',
    object: {
      metadata: {
        name: 'web-0',
        labels: { 'app.kubernetes.io/name': 'web' },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'StatefulSet',
            name: 'web',
            uid: '0d5f6a0e-0000-4000-8000-000000000000',
            controller: true,
          },
        ],
      },
      spec: {
        nodeName: 'node-a',
        containers: [container],
        initContainers: [
          {
            name: 'proxy',
            image: 'proxy:1',
            restartPolicy: 'Always',
            resources: { requests: { cpu: '30m' } },
          },
        ],
      },
    },
    status: {
      phase: 'Running',
      conditions: [
        { type: 'Ready', status: 'True', lastTransitionTime: at },
        { type: 'PodScheduled', status: 'True', lastTransitionTime: at },
      ],
      containerStatuses: [
        {
          name: 'main',
          ready: true,
          restartCount: 2,
          image: 'web',
          imageID: '',
          state: { running: { startedAt: at } },
        },
      ],
      initContainerStatuses: [
        {
          name: 'proxy',
          ready: true,
          restartCount: 3,
          image: 'proxy',
          imageID: '',
          state: { running: { startedAt: at } },
        },
      ],
    },
  },
  {
    path: '/apis/apps/v1/namespaces/default/deployments',
    object: {
      metadata: { name: 'web' },
      spec: { replicas: 3, selector, template },
    },
    status: { replicas: 3, readyReplicas: 2, availableReplicas: 1 },
  },
  {
    path: '/apis/apps/v1/namespaces/default/statefulsets',
    object: {
      metadata: { name: 'web' },
      spec: { serviceName: 'web', selector, template },
    },
    status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 },
  },
  {
    path: '/apis/apps/v1/namespaces/default/daemonsets',
    object: { metadata: { name: 'agent' }, spec: { selector, template } },
    status: {
      currentNumberScheduled: 4,
      numberMisscheduled: 0,
      desiredNumberScheduled: 5,
      numberReady: 3,
      numberAvailable: 2,
    },
  },
  {
    path: '/apis/policy/v1/namespaces/default/poddisruptionbudgets',
    object: {
      metadata: { name: 'half' },
      spec: { minAvailable: '50%', selector },
    },
    status: {
      disruptionsAllowed: 1,
      currentHealthy: 3,
      desiredHealthy: 2,
      expectedPods: 3,
    },
  },
  {
    path: '/apis/policy/v1/namespaces/default/poddisruptionbudgets',
    object: {
      metadata: { name: 'one' },
      spec: {
        maxUnavailable: 1,
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector,
      },
    },
  },
  {
    path: '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices',
    object: {
      metadata: {
        name: 'web-1',
        labels: { 'kubernetes.io/service-name': 'web' },
      },
      addressType: 'IPv4',
      endpoints: [
        {
          addresses: ['192.0.2.7'],
          conditions: { ready: false },
          nodeName: 'node-a',
          zone: 'zone-a',
          targetRef: { kind: 'Pod', namespace: 'default', name: 'web-0' },
        },
        { addresses: ['192.0.2.8'] },
      ],
      ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
    },
  },
  ...['validating', 'mutating'].map(kind => ({
    path: `/apis/admissionregistration.k8s.io/v1/${kind}webhookconfigurations`,
    object: {
      metadata: { name: 'guards' },
      webhooks: [
        webhook,
        {
          ...webhook,
          name: 'other.example.org',
          clientConfig: { url: 'https://hook.example.org/x' },
          failurePolicy: 'Fail',
          timeoutSeconds: 3,
        },
      ],
    },
  })),
  {
    path: '/api/v1/namespaces/kube-system/configmaps',
    object: {
      metadata: { name: 'kube-proxy' },
      data: { 'config.conf': 'mode: nftables\n' },
    },
  },
];
