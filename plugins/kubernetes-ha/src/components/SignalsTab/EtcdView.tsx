/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  bytes,
  EtcdInfo,
  EtcdMember,
  inReadingOrder,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { DataTable } from '../DataTable';
import { CertificateCell } from './CertificateCell';
import { raftLag, roleOf } from './etcdMember';
import { ProbeCell } from './ProbeCell';
import { SignalValue } from './SignalValue';
import styles from './SignalsTab.module.css';

/** The members of etcd with what each says of itself. */
export function EtcdView(props: { etcd: EtcdInfo }) {
  const { etcd } = props;
  const { t } = useWording();
  return (
    <div className={styles.stack}>
      <div className={styles.facts}>
        <span>
          {t('signals.memberListFrom', { endpoint: etcd.memberListFrom })} (
          {etcd.memberListLinearizable
            ? t('signals.linearizable')
            : t('signals.notLinearizable')}
          )
        </span>
        <div className={styles.facts}>
          {t('signals.alarms')}:{' '}
          <SignalValue signal={etcd.alarms}>
            {alarms =>
              alarms.length === 0 ? (
                <Chip tone="pass">{t('signals.noAlarms')}</Chip>
              ) : (
                alarms.map(({ memberId, alarm }) => (
                  <Chip key={`${memberId}/${alarm}`} tone="fail">
                    {alarm} {nameOf(memberId)}
                  </Chip>
                ))
              )
            }
          </SignalValue>
        </div>
      </div>
      <DataTable
        label={t('signals.etcd')}
        rows={inReadingOrder(etcd.members, ({ name }) => name)}
        keyOf={({ id }) => id}
        columns={[
          {
            title: t('signals.member'),
            cell: member => (
              <span className={styles.nowrap}>
                <strong>{member.name || '–'}</strong>
                <span className={styles.muted}>{member.id}</span>
              </span>
            ),
          },
          { title: t('signals.role'), cell: roleCell },
          {
            title: t('signals.health'),
            cell: ({ health }) => (
              <ProbeCell
                probe={health}
                words={{
                  ok: t('signals.healthy'),
                  notOk: t('signals.unhealthy'),
                }}
              />
            ),
          },
          {
            title: t('signals.peers'),
            cell: ({ seenByPeers }) => t(`signals.peers.${seenByPeers}`),
          },
          {
            title: t('signals.version'),
            cell: ({ status }) => (
              <SignalValue signal={status}>
                {value => value.version}
              </SignalValue>
            ),
          },
          { title: t('signals.dbSize'), cell: sizeCell },
          { title: t('signals.raftLag'), cell: lagCell },
          {
            title: t('signals.zone'),
            cell: ({ zone, nodeName }) => (
              <span className={styles.nowrap}>
                {zone ?? '–'}
                <span className={styles.muted}>{nodeName}</span>
              </span>
            ),
          },
          {
            title: t('signals.certificate'),
            cell: ({ certificates }) => (
              <CertificateCell signal={certificates} />
            ),
          },
        ]}
      />
    </div>
  );

  function nameOf(memberId: string) {
    return etcd.members.find(({ id }) => id === memberId)?.name || memberId;
  }

  function roleCell(member: EtcdMember) {
    return t(`signals.${roleOf(member)}`);
  }

  function lagCell(member: EtcdMember) {
    const lag = raftLag(member, etcd.members);
    return lag === undefined
      ? '–'
      : t('signals.raftEntries', { number: String(lag) });
  }

  function sizeCell({ status }: EtcdMember) {
    return (
      <SignalValue signal={status}>
        {({ dbSizeBytes, dbSizeInUseBytes, dbSizeQuotaBytes }) => (
          <span className={styles.lines}>
            <span className={styles.number}>{bytes(dbSizeBytes)}</span>
            <span className={styles.muted}>
              {t('signals.dbInUse', { size: bytes(dbSizeInUseBytes) })}
              {dbSizeQuotaBytes !== undefined &&
                ` · ${t('signals.dbQuota', { size: bytes(dbSizeQuotaBytes) })}`}
            </span>
          </span>
        )}
      </SignalValue>
    );
  }
}
