/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { KubernetesApiError } from '../kubernetes/client';
import type { KubernetesObject } from '../kubernetes/objects';
import type { Fault } from './fault';

const name = 'lab-fault-webhook';
const configurations =
  '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations';

interface WebhookConfiguration extends KubernetesObject {
  webhooks: unknown[];
}

interface Service extends KubernetesObject {
  spec: unknown;
}

export const failClosedWebhook: Fault = {
  name: 'fail-closed-webhook',
  description:
    'register a fail-closed admission webhook for pods whose service has no endpoints: no pod can be created',
  parameters: [],

  async inject({ client }) {
    const create = async (path: string, body: KubernetesObject) => {
      try {
        await client.create(path, body);
      } catch (error) {
        if (!(error instanceof KubernetesApiError) || error.status !== 409) {
          throw error;
        }
      }
    };
    await create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    const service: Service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: name },
      spec: { selector: { app: name }, ports: [{ port: 443 }] },
    };
    await create(`/api/v1/namespaces/${name}/services`, service);
    const configuration: WebhookConfiguration = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name },
      webhooks: [
        {
          name: 'pods.lab-fault.example.com',
          clientConfig: { service: { name, namespace: name, path: '/' } },
          rules: [
            {
              apiGroups: [''],
              apiVersions: ['v1'],
              resources: ['pods'],
              operations: ['CREATE'],
              scope: '*',
            },
          ],
          failurePolicy: 'Fail',
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
          timeoutSeconds: 10,
        },
      ],
    };
    await create(configurations, configuration);
  },

  async heal({ client }) {
    await client.delete(`${configurations}/${name}`);
    await client.delete(`/api/v1/namespaces/${name}`);
  },
};
