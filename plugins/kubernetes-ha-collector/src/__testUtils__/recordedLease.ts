/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections, Signal } from 'backstage-plugin-kubernetes-ha-common';

const SECOND = 1000;

/** Seconds after which the leader of the story stops renewing its lease. */
export const FROZEN_AFTER_SECONDS = 20;

/**
 * What is seen of a small cluster at `at`, in a story that began at `start`:
 * after 20 s the controller-managers are frozen and their lease ages. Every
 * kind of instant of the snapshot occurs in it.
 */
export function storyAt(start: Date, at: Date): Partial<Sections> {
  const iso = (ms: number) => new Date(ms).toISOString();
  const now = at.getTime();
  const seen = <T>(value: T): Signal<T> => ({
    state: 'observed',
    value,
    source: 'story',
    via: 'story',
    observedAt: iso(now - 300),
    intervalSeconds: 10,
  });
  const frozenAt = start.getTime() + FROZEN_AFTER_SECONDS * SECOND;
  const lease = (name: string, renewedMs: number) => ({
    namespace: 'kube-system',
    name,
    holder: 'cp-a_1',
    durationSeconds: 15,
    renewTime: iso(renewedMs),
    acquireTime: iso(start.getTime() - 3_600_000),
    transitions: 2,
    labels: {},
  });
  const counters = (elapsed: number) => ({
    at: iso(now - elapsed),
    processStartSeconds: start.getTime() / 1000 - 7200,
    values: { etcd_server_leader_changes_seen_total: 1 },
  });
  return {
    leases: seen({
      serverTime: iso(now - 200),
      leases: [
        lease('kube-controller-manager', Math.min(now - 1000, frozenAt)),
        lease('kube-scheduler', now - 1500),
      ],
      transitionHistory: [
        { at: iso(now - 600_000), transitions: { 'kube-scheduler': 2 } },
      ],
    }),
    nodes: seen([
      {
        name: 'cp-a',
        labels: {},
        controlPlane: true,
        internalIPs: ['192.0.2.10'],
        unschedulable: false,
        taints: [],
        conditions: [
          {
            type: 'Ready',
            status: 'True' as const,
            lastTransitionTime: iso(start.getTime() - 86_400_000),
          },
        ],
        allocatable: { cpuMillis: 2000, memoryBytes: 4e9, pods: 110 },
        kubeletVersion: 'v1.37.2',
        kernelVersion: '6.1',
        osImage: 'Debian',
        operatingSystem: 'linux',
        containerRuntime: 'containerd',
        createdAt: iso(start.getTime() - 864_000_000),
      },
    ]),
    etcd: seen({
      clusterId: 'abc',
      memberListFrom: 'https://192.0.2.10:2379',
      memberListLinearizable: true,
      alarms: seen([]),
      termHistory: [{ at: iso(start.getTime() - 60_000), term: 4 }],
      sizeHistory: [{ at: iso(now - 1000), dbSizeInUseBytes: 4096 }],
      members: [
        {
          id: '1',
          name: 'cp-a',
          peerUrls: ['https://192.0.2.10:2380'],
          clientUrls: ['https://192.0.2.10:2379'],
          isLearner: false,
          health: {
            ok: false,
            reason: 'timeout' as const,
            failingSince: iso(start.getTime() - 5000),
            consecutiveFailures: 3,
          },
          status: {
            state: 'unknown' as const,
            reason: 'timeout' as const,
            detail: 'no answer since 2026-11-23T12:00:00.000Z',
            source: 'story',
            via: 'story',
            observedAt: iso(now - 250),
          },
          certificates: seen([
            {
              endpoint: '192.0.2.10:2379',
              usage: 'etcd-client-port' as const,
              subject: 'CN=cp-a',
              issuer: 'CN=etcd-ca',
              notBefore: iso(start.getTime() - 86_400_000),
              notAfter: iso(start.getTime() + 20 * 86_400_000),
              isCa: false,
              fingerprint: 'AA',
            },
          ]),
          metrics: seen({ latest: counters(100), earlier: counters(30_100) }),
          seenByPeers: 'unknown' as const,
        },
      ],
    }),
  };
}
