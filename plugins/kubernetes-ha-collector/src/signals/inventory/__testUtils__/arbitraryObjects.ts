/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { ListSection } from '../lists';

// Objects as an API server could return them in JSON, with what the projections
// look at, and fields missing as often as not.

const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  fc.constant('käse-日本'),
);
const time = fc
  .integer({ min: 1, max: 4_000_000_000 })
  .map(seconds => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
const quantity = fc.oneof(
  fc.constantFrom('100m', '1.5', '2Gi', '1e3', '0.5Gi', '0', '3', '129M'),
  fc.nat(100_000).map(count => `${count}Ki`),
);
const count = fc.integer({ min: 0, max: 100_000 });
const resources = fc.record(
  {
    requests: fc.dictionary(
      fc.constantFrom('cpu', 'memory', 'example.org/gpu'),
      quantity,
    ),
  },
  { requiredKeys: [] },
);
const labels = fc.dictionary(
  fc.constantFrom(
    'app',
    'k8s-app',
    'app.kubernetes.io/name',
    'component',
    'topology.kubernetes.io/zone',
    'failure-domain.beta.kubernetes.io/zone',
    'node-role.kubernetes.io/control-plane',
    'kubernetes.io/service-name',
    'example.org/rack',
  ),
  fc.oneof(name, fc.constantFrom('etcd', 'kube-apiserver', '')),
);
const metadata = fc.record({
  name,
  namespace: optional(name),
  creationTimestamp: fc.option(time),
  deletionTimestamp: optional(time),
  labels: optional(labels),
  annotations: optional(
    fc.dictionary(
      fc.constantFrom('kubernetes.io/config.mirror', 'example.org/long'),
      fc.string({ maxLength: 300, unit: 'grapheme' }),
    ),
  ),
  ownerReferences: optional(
    fc.array(
      fc.record({
        kind: fc.constantFrom('ReplicaSet', 'Node'),
        name,
        controller: optional(fc.boolean()),
      }),
      { maxLength: 3 },
    ),
  ),
});
const condition = (types: readonly string[]) =>
  fc.record({
    type: fc.constantFrom(...types),
    status: fc.constantFrom('True', 'False', 'Unknown'),
    lastTransitionTime: optional(time),
    reason: optional(fc.constantFrom('Unschedulable', 'KubeletReady')),
  });
const container = fc.record({
  name,
  command: optional(fc.array(name)),
  args: optional(fc.array(fc.string())),
  resources: optional(resources),
  restartPolicy: optional(fc.constant('Always')),
});
const containerStatus = fc.record({ name, restartCount: count });
const template = fc.record({
  metadata: optional(fc.record({ labels: optional(labels) })),
  spec: fc.record({
    containers: fc.array(
      fc.record({ image: fc.constantFrom('a:1', 'b@sha256:0123') }),
    ),
  }),
});
const workload = fc.record({
  metadata,
  spec: fc.record({ replicas: optional(count), template }),
  status: fc.record(
    { readyReplicas: count, availableReplicas: count },
    { requiredKeys: [] },
  ),
});
const intOrString = fc.oneof(
  fc.integer({ min: -5, max: 500 }),
  fc.nat(100).map(percent => `${percent}%`),
);
const selector = fc.record(
  {
    matchLabels: fc.dictionary(name, name, { minKeys: 1 }),
    matchExpressions: fc.array(
      fc.record({
        key: name,
        operator: fc.constantFrom('In', 'Exists'),
        values: optional(fc.array(name, { minLength: 1 })),
      }),
      { minLength: 1 },
    ),
  },
  { requiredKeys: [] },
);
const service = fc.record({ namespace: name, name });
const webhookConfiguration = fc.record({
  metadata,
  webhooks: optional(
    fc.array(
      fc.record({
        name,
        clientConfig: fc.record(
          {
            service,
            url: fc.constant('https://hook.example.org'),
            caBundle: fc.constantFrom('', 'bm8gY2VydGlmaWNhdGU='),
          },
          { requiredKeys: [] },
        ),
        failurePolicy: optional(fc.constantFrom('Fail', 'Ignore')),
        timeoutSeconds: optional(fc.integer({ min: 1, max: 30 })),
        namespaceSelector: optional(selector),
        objectSelector: optional(selector),
        matchConditions: optional(fc.array(fc.record({ name }))),
        rules: optional(
          fc.array(
            fc.record({
              apiGroups: fc.array(name, { minLength: 1 }),
              resources: fc.array(name, { minLength: 1 }),
              operations: fc.array(name, { minLength: 1 }),
              scope: optional(fc.constantFrom('*', 'Namespaced')),
            }),
          ),
        ),
      }),
    ),
  ),
});

/** An object of each list, in JSON form. */
export const arbitraryObjects: {
  readonly [S in ListSection]: fc.Arbitrary<object>;
} = {
  pods: fc.record({
    metadata,
    spec: fc.record({
      containers: fc.array(container, { maxLength: 3 }),
      initContainers: optional(fc.array(container, { maxLength: 3 })),
      nodeName: optional(name),
      hostNetwork: optional(fc.boolean()),
      priority: optional(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      priorityClassName: optional(name),
      overhead: optional(fc.dictionary(fc.constant('cpu'), quantity)),
      resources: optional(resources),
    }),
    status: fc.record({
      phase: fc.constantFrom('Pending', 'Running', 'Succeeded', 'Odd'),
      conditions: optional(fc.array(condition(['Ready', 'PodScheduled']))),
      containerStatuses: optional(fc.array(containerStatus)),
      initContainerStatuses: optional(fc.array(containerStatus)),
    }),
  }),
  nodes: fc.record({
    metadata,
    spec: fc.record({
      providerID: optional(fc.constantFrom('aws:///a/i-1', 'ocid1.i', '')),
      unschedulable: optional(fc.boolean()),
      taints: optional(
        fc.array(
          fc.record({
            key: name,
            value: optional(name),
            effect: fc.constantFrom('NoSchedule', 'NoExecute'),
          }),
        ),
      ),
    }),
    status: fc.record({
      allocatable: optional(
        fc.dictionary(
          fc.constantFrom('cpu', 'memory', 'pods', 'hugepages-2Mi'),
          quantity,
        ),
      ),
      conditions: optional(fc.array(condition(['Ready', 'DiskPressure']))),
      addresses: optional(
        fc.array(
          fc.record({
            type: fc.constantFrom(
              'InternalIP',
              'Hostname',
              'ExternalIP',
              'ExternalDNS',
            ),
            address: name,
          }),
        ),
      ),
      daemonEndpoints: fc.record({
        kubeletEndpoint: fc.record({ Port: count }),
      }),
      nodeInfo: fc.record({
        kernelVersion: name,
        osImage: name,
        containerRuntimeVersion: name,
        kubeletVersion: name,
        operatingSystem: name,
      }),
    }),
  }),
  deployments: workload,
  statefulSets: workload,
  daemonSets: fc.record({
    metadata,
    spec: fc.record({ template }),
    status: fc.record({
      desiredNumberScheduled: count,
      numberReady: count,
      numberAvailable: optional(count),
    }),
  }),
  podDisruptionBudgets: fc.record({
    metadata,
    spec: fc.record(
      {
        minAvailable: intOrString,
        maxUnavailable: intOrString,
        selector,
        unhealthyPodEvictionPolicy: fc.constant('AlwaysAllow'),
      },
      { requiredKeys: [] },
    ),
    status: fc.record({
      disruptionsAllowed: count,
      currentHealthy: count,
      desiredHealthy: count,
      expectedPods: count,
    }),
  }),
  endpointSlices: fc.record({
    metadata,
    endpoints: fc.array(
      fc.record({
        addresses: fc.array(name),
        conditions: optional(fc.record({ ready: optional(fc.boolean()) })),
        nodeName: optional(name),
        zone: optional(name),
        targetRef: optional(
          fc.record({ kind: fc.constant('Pod'), namespace: name, name }),
        ),
      }),
    ),
    ports: fc.option(
      fc.array(fc.record({ name: optional(name), port: optional(count) })),
    ),
  }),
  validatingWebhooks: webhookConfiguration,
  mutatingWebhooks: webhookConfiguration,
  apiServices: fc.record({
    metadata,
    spec: fc.record({ service: optional(service), group: name, version: name }),
    status: fc.record(
      { conditions: fc.array(condition(['Available'])) },
      { requiredKeys: [] },
    ),
  }),
};
