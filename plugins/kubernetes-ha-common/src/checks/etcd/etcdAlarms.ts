/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import type { EtcdInfo } from '../../snapshot/sections/etcd';
import { defineCheck } from '../check';
import { fail, pass, unknown } from '../outcome';
import { statuses } from './memberReadings';
import { memberName } from './quorum';

/**
 * Alarms that etcd itself has raised. NOSPACE leaves reads and deletes only;
 * CORRUPT says that a member holds other data than the rest.
 * Source: https://etcd.io/docs/v3.6/op-guide/maintenance/ (space quota). @public
 */
export const etcdAlarms = defineCheck({
  id: 'etcd-alarms',
  layer: 'etcd',
  severity: 'critical',
  kind: 'state',
  stage: 1,
  reads: ['etcd'],
  runbook: 'RB-ETCD-NOSPACE',
  source: 'https://etcd.io/docs/v3.6/op-guide/maintenance/',
  evaluate({ values: { etcd } }) {
    const listed = etcd.alarms;
    const raised = [
      ...(listed.state === 'observed'
        ? listed.value.map(({ memberId, alarm }) => ({
            member: nameOf(etcd, memberId),
            alarm,
          }))
        : []),
      ...statuses(etcd).known.flatMap(({ value }) =>
        value.errors.flatMap(error => alarmIn(etcd, error)),
      ),
    ];
    const kinds = [...new Set(raised.map(({ alarm }) => alarm))].sort();
    const members = [...new Set(raised.map(({ member }) => member))].sort();
    const required = message('etcd-alarms.required');
    if (raised.length > 0) {
      return fail(
        message('etcd-alarms.observed', { alarms: kinds, members }),
        required,
        {
          // With both raised, the data comes first: disarming hides a corruption.
          fix: message(
            kinds.includes('CORRUPT')
              ? 'etcd-alarms.fix-corrupt'
              : 'etcd-alarms.fix-nospace',
          ),
          subjects: members,
        },
      );
    }
    if (listed.state !== 'observed') {
      return unknown(
        listed.state === 'unknown' ? listed.reason : 'not-exposed',
        message('etcd-alarms.unread', { detail: detailOf(listed) }),
        required,
      );
    }
    return pass(message('etcd-alarms.none'), required);
  },
});

/** etcd words an alarm among its status errors as `memberID:<decimal> alarm:NOSPACE`. */
const ALARM = /memberID:(\d+)\s+alarm:([A-Z]+)/;

function alarmIn(etcd: EtcdInfo, error: string) {
  const found = ALARM.exec(error);
  if (!found) return [];
  return [
    {
      member: nameOf(etcd, BigInt(found[1]).toString(16)),
      alarm: found[2],
    },
  ];
}

function nameOf(etcd: EtcdInfo, memberId: string): string {
  const member = etcd.members.find(({ id }) => id === memberId);
  return member ? memberName(member) : memberId;
}
