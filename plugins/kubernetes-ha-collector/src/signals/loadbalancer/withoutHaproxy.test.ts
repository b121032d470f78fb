/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  loadBalancersSchema,
  Sections,
  Signal,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { sourceContext } from '../../__testUtils__/sourceContext';
import { createLoadBalancerSource } from './loadBalancerSource';

type Config = Parameters<typeof createLoadBalancerSource>[0];

async function loadBalancers(
  loadBalancer: Config['loadBalancer'],
  context: SourceContext = sourceContext(),
): Promise<Sections['loadBalancers']> {
  const source = createLoadBalancerSource({
    loadBalancer,
    apiServer: { instances: [] },
  });
  return (await source.observe(context)).loadBalancers;
}

function valueOf<T>(signal: Signal<T>): T {
  if (signal.state !== 'observed') {
    throw new Error(`not observed: ${JSON.stringify(signal)}`);
  }
  return signal.value;
}

describe('loadBalancers without HAProxy', () => {
  const lease = {
    namespace: 'kube-system',
    name: 'plndr-cp-lock',
    holder: 'cp-a',
    renewTime: '2026-11-23T12:00:00.000Z',
    labels: {},
  };
  const pod = (name: string, ready: boolean) => ({
    namespace: 'kube-system',
    name,
    uid: name,
    nodeName: 'cp-a',
    phase: 'Running' as const,
    ready,
    cpuMillis: 0,
    memoryBytes: 0,
    restartCount: 0,
    mirror: true,
    hostNetwork: true,
  });
  const seen = <T>(value: T): Signal<T> => ({
    state: 'observed',
    value,
    source: 'test',
    via: 'test',
    observedAt: new Date().toISOString(),
    intervalSeconds: 30,
  });
  const withKubeVip = () =>
    sourceContext({
      previous: {
        leases: seen({
          serverTime: '2026-11-23T12:00:01.000Z',
          leases: [lease],
        }),
        pods: seen([
          pod('kube-vip-cp-a', true),
          pod('kube-vip-cp-b', false),
          pod('kube-vip-cloud-provider-0', true),
          pod('kube-proxy-x', true),
        ]),
      },
    });

  it.each([undefined, { kind: 'kube-vip' as const, haproxy: [] }])(
    'finds kube-vip by its pods and its lease (%j)',
    async config => {
      const signal = await loadBalancers(config, withKubeVip());
      expect(signalSchema(loadBalancersSchema).parse(signal)).toEqual(signal);
      expect(valueOf(signal)).toMatchObject({
        kubeVip: {
          holder: 'cp-a',
          renewTime: lease.renewTime,
          serverTime: '2026-11-23T12:00:01.000Z',
        },
        instances: [
          { name: 'kube-vip-cp-a', stats: { state: 'absent' } },
          {
            name: 'kube-vip-cp-b',
            stats: { state: 'unknown', reason: 'inconclusive' },
          },
        ],
      });
    },
  );

  const seenWith = (
    pods: (ReturnType<typeof pod> & { app?: string })[],
    leases: { name: string; holder: string }[],
  ) =>
    sourceContext({
      previous: {
        leases: seen({
          serverTime: '2026-11-23T12:00:01.000Z',
          leases: leases.map(given => ({ ...lease, ...given })),
        }),
        pods: seen(pods),
      },
    });
  const elsewhere = {
    ...pod('kube-vip-ds-x7', true),
    namespace: 'kube-vip',
    mirror: false,
  };

  it.each([
    ['in a namespace of its own', elsewhere],
    [
      'of another name, by its label',
      { ...elsewhere, name: 'vip', app: 'kube-vip' },
    ],
    ['as kubevip-…', { ...elsewhere, name: 'kubevip-cp-a' }],
  ])('finds a kube-vip pod %s', async (_, found) => {
    const value = valueOf(
      await loadBalancers(undefined, seenWith([found], [])),
    );
    expect(value.instances.map(({ name }) => name)).toEqual([found.name]);
    expect(value.kubeVip).toBeUndefined();
  });

  it.each([
    ['without the host network', { ...elsewhere, hostNetwork: false }],
    [
      'of the cloud provider',
      { ...elsewhere, name: 'kube-vip-cloud-provider-0', app: 'kube-vip' },
    ],
    ['of something else', { ...elsewhere, name: 'kube-vipers' }],
  ])('takes no pod %s for kube-vip', async (_, other) => {
    expect(await loadBalancers(undefined, seenWith([other], []))).toMatchObject(
      {
        state: 'unknown',
        detail: expect.stringMatching(
          /pods of kube-vip on the host network in every namespace.*Lease in kube-system/,
        ),
      },
    );
  });

  it.each`
    leases                                                                                    | found                          | rule
    ${[{ name: 'cp-vip-lock', holder: 'cp-a' }]}                                              | ${'kube-system/cp-vip-lock'}   | ${'of another name'}
    ${[{ name: 'cp-vip-lock', holder: 'cp-a' }, { name: 'plndr-cp-lock', holder: 'cp-b' }]}   | ${'kube-system/plndr-cp-lock'} | ${'of its usual name first'}
    ${[{ name: 'plndr-svcs-lock', holder: 'cp-a' }, { name: 'kubevip-web', holder: 'cp-a' }]} | ${undefined}                   | ${'none of those of Services'}
    ${[{ name: 'cp-vip-lock', holder: 'cp-z' }]}                                              | ${undefined}                   | ${'none that is held elsewhere'}
    ${[{ name: 'a-vip', holder: 'cp-a' }, { name: 'b-vip', holder: 'cp-a' }]}                 | ${undefined}                   | ${'none where it may be one of two'}
    ${[{ name: 'k3s', holder: 'cp-a' }]}                                                      | ${undefined}                   | ${'none that is not named after it'}
  `('takes the Lease $rule', async ({ leases, found }) => {
    const value = valueOf(
      await loadBalancers(undefined, seenWith([elsewhere], leases)),
    );
    expect(value.kubeVip?.lease).toBe(found);
  });

  it('does not take unseen pods for no pods', async () => {
    const signal = await loadBalancers({ kind: 'kube-vip', haproxy: [] });
    expect(signal).toMatchObject({ state: 'unknown', reason: 'not-collected' });
  });

  it.each([
    ['provider', 'provider-managed'],
    ['none', 'declared'],
  ] as const)('is absent when declared as %s', async (kind, reason) => {
    const signal = await loadBalancers({ kind, haproxy: [] });
    expect(signal).toMatchObject({ state: 'absent', reason });
  });

  it('is unknown when nothing is declared, and names the key to set', async () => {
    expect(await loadBalancers(undefined)).toMatchObject({
      state: 'unknown',
      reason: 'not-configured',
      detail: expect.stringContaining('loadBalancer.kind'),
    });
  });

  it('is absent on a managed platform when nothing is declared', async () => {
    const context = sourceContext();
    const signal = await loadBalancers(undefined, {
      ...context,
      cluster: { ...context.cluster, platform: 'gke' },
    });
    expect(signal).toMatchObject({
      state: 'absent',
      reason: 'provider-managed',
    });
  });
});
