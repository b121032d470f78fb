/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ApiServerInstance,
  inReadingOrder,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { DataTable } from '../DataTable';
import { CertificateCell } from './CertificateCell';
import { ProbeCell } from './ProbeCell';
import { SignalValue } from './SignalValue';
import styles from './SignalsTab.module.css';

/** Every API server instance, as it answers at its own address. */
export function ApiServersTable(props: {
  instances: readonly ApiServerInstance[];
}) {
  const { t } = useWording();
  const words = { ok: t('signals.ok'), notOk: t('signals.unhealthy') };
  if (props.instances.length === 0) return <>{t('signals.none')}</>;
  return (
    <DataTable
      label={t('signals.apiServers')}
      rows={inReadingOrder(props.instances, ({ address }) => address)}
      keyOf={({ address }) => address}
      columns={[
        {
          title: t('signals.address'),
          cell: ({ address }) => <span className={styles.code}>{address}</span>,
        },
        {
          title: t('signals.node'),
          cell: ({ nodeName, zone }) => (
            <span className={styles.nowrap}>
              {nodeName ?? '–'}
              <span className={styles.muted}>{zone}</span>
            </span>
          ),
        },
        {
          title: t('signals.readyz'),
          cell: ({ readyz, readyzChecks }) => {
            const failing = readyzChecks.filter(({ ok }) => !ok);
            return (
              <span className={styles.lines}>
                <ProbeCell probe={readyz} words={words} />
                {failing.length > 0 && (
                  <span className={styles.muted}>
                    {t('signals.failingChecks', {
                      checks: failing.map(({ name }) => name).join(', '),
                    })}
                  </span>
                )}
              </span>
            );
          },
        },
        {
          title: t('signals.livez'),
          cell: ({ livez }) => <ProbeCell probe={livez} words={words} />,
        },
        {
          title: t('signals.version'),
          cell: ({ version }) => (
            <SignalValue signal={version}>{value => value}</SignalValue>
          ),
        },
        {
          title: t('signals.certificate'),
          cell: ({ certificates }) => <CertificateCell signal={certificates} />,
        },
        {
          title: t('signals.foundBy'),
          cell: ({ discoveredBy }) => (
            <span className={styles.words}>
              {discoveredBy.map(how => t(`signals.foundBy.${how}`)).join(', ')}
            </span>
          ),
        },
      ]}
    />
  );
}
