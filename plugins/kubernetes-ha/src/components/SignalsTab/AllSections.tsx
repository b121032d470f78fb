/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSignals,
  sectionNames,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { sourceName } from '../../hooks/wordSource';
import { Chip } from '../Chip';
import { DataTable } from '../DataTable';
import { Panel } from '../Panel';
import { Detail } from '../Detail';
import { RelativeTime } from '../RelativeTime';
import { isStale } from './isStale';
import styles from './SignalsTab.module.css';

/** Every section of the snapshot in a line: observed, unknown or absent, from where, how old. */
export function AllSections(
  props: Pick<ClusterSignals, 'outlines' | 'takenAt'>,
) {
  const { t } = useWording();
  const rows = sectionNames.map(name => ({
    name,
    signal: props.outlines[name],
  }));
  return (
    <Panel title={t('signals.all')} note={t('signals.allNote')}>
      <DataTable
        label={t('signals.all')}
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          {
            title: t('signals.section'),
            cell: ({ name }) => <code>{name}</code>,
          },
          {
            title: t('signals.state'),
            cell: ({ signal }) =>
              signal.state === 'observed' ? (
                <ObservedChip stale={isStale(signal, props.takenAt)} />
              ) : (
                <span className={styles.lines}>
                  <span>
                    <Chip
                      tone={
                        signal.state === 'unknown'
                          ? 'unknown'
                          : 'not-applicable'
                      }
                    >
                      {t(`reason.${signal.reason}`)}
                    </Chip>
                  </span>
                  <span className={styles.muted}>
                    <Detail {...signal} />
                  </span>
                </span>
              ),
          },
          {
            title: t('evidence.source'),
            cell: ({ signal }) => sourceName(signal.source, t),
          },
          {
            title: t('signals.via'),
            cell: ({ signal }) => (
              <span className={styles.path}>{signal.via}</span>
            ),
          },
          {
            title: t('signals.age'),
            cell: ({ signal }) => (
              <span className={styles.number}>
                <RelativeTime at={signal.observedAt} />
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function ObservedChip(props: { stale: boolean }) {
  const { t } = useWording();
  return props.stale ? (
    <Chip tone="unknown">{t('signals.stale')}</Chip>
  ) : (
    <Chip tone="pass">{t('signals.observed')}</Chip>
  );
}
