/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown } from '../outcome';
import { memberReadings, unread } from './memberReadings';
import { voters } from './quorum';

/**
 * Whether every voter holds the same data. Hashes are comparable only at the
 * same revision and the same compact revision. A learner cannot be asked.
 * Source: https://etcd.io/docs/v3.6/op-guide/data_corruption/. @public
 */
export const etcdHashConsistency = defineCheck({
  id: 'etcd-hash-consistency',
  layer: 'etcd',
  severity: 'critical',
  kind: 'state',
  stage: 4,
  reads: ['etcd'],
  runbook: 'RB-ETCD-CORRUPT',
  source: 'https://etcd.io/docs/v3.6/op-guide/data_corruption/',
  evaluate({ values: { etcd } }) {
    const all = voters(etcd);
    if (all.length === 1) {
      return notApplicable(message('etcd-hash-consistency.single'));
    }
    const readings = memberReadings(etcd, 'hash', ({ hash }) => hash, all);
    const required = message('etcd-hash-consistency.required');

    const comparable = new Map<string, { name: string; hash: string }[]>();
    for (const { name, value } of readings.known) {
      const key = `${value.revision}/${value.compactRevision}`;
      comparable.set(key, [
        ...(comparable.get(key) ?? []),
        { name, hash: value.hash },
      ]);
    }
    for (const group of comparable.values()) {
      if (new Set(group.map(({ hash }) => hash)).size > 1) {
        const different = minority(group);
        return fail(
          message('etcd-hash-consistency.differs', {
            members: different,
            compared: group.length,
          }),
          required,
          {
            fix: message('etcd-hash-consistency.fix', {
              members: different,
            }),
            subjects: different,
          },
        );
      }
    }
    const gap = unread(readings);
    if (gap) return gap;
    const names = readings.known.map(({ name }) => name);
    if (comparable.size > 1 || names.length < 2) {
      return unknown(
        'inconclusive',
        message('etcd-hash-consistency.incomparable', { members: names }),
        required,
        { subjects: names },
      );
    }
    return pass(
      message('etcd-hash-consistency.observed', {
        members: names,
        revision: readings.known[0].value.revision,
      }),
      required,
    );
  },
});

/** Members whose hash is not the one that most have; all of them when no hash has the most. */
function minority(group: readonly { name: string; hash: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { hash } of group) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const leading = [...counts].filter(([, count]) => count === most);
  return group
    .filter(({ hash }) => leading.length > 1 || hash !== leading[0][0])
    .map(({ name }) => name);
}
