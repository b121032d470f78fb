/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { memberQuotaBytes, quotaUnknown } from './memberQuota';
import { statuses, unread } from './memberReadings';

const GIB = 1024 ** 3;

/**
 * Whether the space quota suits the data and the machine. Unit: bytes.
 * Source: https://etcd.io/docs/v3.6/dev-guide/limit/ (storage size limit). @public
 */
export const etcdQuotaConfig = defineCheck({
  id: 'etcd-quota-config',
  layer: 'etcd',
  severity: 'medium',
  kind: 'design',
  stage: 4,
  reads: ['etcd'],
  consults: ['nodes', 'pods'],
  thresholds: {
    minimumBytes: {
      value: 2 * GIB,
      unit: 'bytes',
      source: 'https://etcd.io/docs/v3.6/dev-guide/limit/ (default)',
    },
    maximumBytes: {
      value: 8 * GIB,
      unit: 'bytes',
      source: 'https://etcd.io/docs/v3.6/dev-guide/limit/ (suggested maximum)',
    },
    /** The quota should hold the database this many times. */
    sizeFactor: { value: 2, unit: 'times', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-TUNE',
  source: 'https://etcd.io/docs/v3.6/dev-guide/limit/',
  evaluate({ values: { etcd }, signals, thresholds }) {
    const { minimumBytes, maximumBytes, sizeFactor } = thresholds;
    const readings = statuses(etcd);
    const members = readings.known.map(({ name, member, value }) => ({
      name,
      sizeBytes: value.dbSizeBytes,
      quotaBytes: memberQuotaBytes(member, signals),
      memoryBytes: memoryOf(member.nodeName),
    }));
    const required = message('etcd-quota-config.required', {
      minimumBytes,
      maximumBytes,
      sizeFactor,
    });

    const overMemory = members.find(
      ({ quotaBytes, memoryBytes }) =>
        quotaBytes !== undefined &&
        memoryBytes !== undefined &&
        quotaBytes > memoryBytes,
    );
    if (overMemory?.quotaBytes && overMemory.memoryBytes) {
      return fail(
        message('etcd-quota-config.over-memory', {
          member: overMemory.name,
          quotaBytes: overMemory.quotaBytes,
          memoryBytes: overMemory.memoryBytes,
        }),
        required,
        {
          fix: message('etcd-quota-config.fix-memory'),
          subjects: [overMemory.name],
        },
      );
    }

    const known = members.flatMap(({ quotaBytes, name, sizeBytes }) =>
      quotaBytes === undefined ? [] : [{ quotaBytes, name, sizeBytes }],
    );
    const off = known.filter(({ quotaBytes }) => quotaBytes < 0);
    if (off.length > 0) {
      const names = off.map(({ name }) => name);
      return warn(
        message('etcd-quota-config.off', { members: names }),
        required,
        {
          fix: message('etcd-quota-config.fix', { minimumBytes }),
          subjects: names,
        },
      );
    }
    const unsuitable = known.filter(
      ({ quotaBytes, sizeBytes }) =>
        quotaBytes < minimumBytes ||
        quotaBytes > maximumBytes ||
        quotaBytes < sizeFactor * sizeBytes,
    );
    const quotas = known.map(({ quotaBytes }) => quotaBytes);
    const observed = message('etcd-quota-config.observed', {
      smallestBytes: Math.min(...quotas),
      largestBytes: Math.max(...quotas),
      sizeBytes: Math.max(...known.map(({ sizeBytes }) => sizeBytes)),
    });
    if (unsuitable.length > 0 || new Set(quotas).size > 1) {
      return warn(observed, required, {
        fix: message('etcd-quota-config.fix', { minimumBytes }),
        subjects: unsuitable.map(({ name }) => name),
      });
    }
    const gap = unread(readings);
    if (gap) return gap;
    if (known.length < members.length) {
      return quotaUnknown(
        members
          .filter(({ quotaBytes }) => quotaBytes === undefined)
          .map(({ name }) => name),
      );
    }
    return pass(observed, required);

    /** Allocatable memory of a node: what is left of its RAM after the system's share. */
    function memoryOf(nodeName: string | undefined): number | undefined {
      if (!nodeName || signals.nodes.state !== 'observed') return undefined;
      return signals.nodes.value.find(({ name }) => name === nodeName)
        ?.allocatable.memoryBytes;
    }
  },
});
