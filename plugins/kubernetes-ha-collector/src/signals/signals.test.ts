/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message, say } from 'backstage-plugin-kubernetes-ha-common';
import { refused } from '../refusals/classify';
import { absentSignal, unknownSignal } from './signals';

const context = { now: () => new Date('2026-11-23T12:00:00.000Z') };

it('writes a sentence of ours in English and as data', () => {
  const why = message('detail.etcd-not-configured', { cluster: 'pay-eu' });
  const signal = unknownSignal(
    context,
    'etcd',
    'configuration',
    refused('not-configured', why),
  );
  expect(signal).toMatchObject({
    reason: 'not-configured',
    detail: say(why),
    why,
  });
  expect(say(signal.why!, 'zh')).toContain('pay-eu 的配置中没有 etcd 成员');
});

it('writes what others said as it came, and as no sentence of ours', () => {
  const signal = unknownSignal(context, 'etcd', 'gRPC', {
    reason: 'refused',
    detail: 'connect ECONNREFUSED 192.0.2.1:2379',
  });
  expect(signal.detail).toBe('connect ECONNREFUSED 192.0.2.1:2379');
  expect(signal).not.toHaveProperty('why');
});

it('cuts and redacts what a cluster put into a sentence', () => {
  const detail = `Bearer abcdefgh.ijkl ${'x'.repeat(5000)}`;
  const names = Array.from({ length: 1000 }, (_, i) => `kube-system/m${i}`);
  const { why: unknown } = unknownSignal(
    context,
    'etcd',
    'gRPC',
    refused('tls', message('detail.kubelet-own-certificate', { detail })),
  );
  const { why: absent } = absentSignal(
    context,
    'inventory',
    'GET',
    refused('not-installed', message('detail.no-config-map', { names })),
  );
  const written = JSON.stringify([unknown, absent]);
  expect(written).not.toContain('abcdefgh');
  expect(written.length).toBeLessThan(2000);
});
