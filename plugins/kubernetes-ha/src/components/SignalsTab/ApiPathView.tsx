/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiPathInfo } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Quoted } from '../Quoted';
import { ReasonChip } from '../ReasonChip';
import { isReason } from '../reasons';
import { CertificateCell } from './CertificateCell';
import styles from './SignalsTab.module.css';

/** The load-balanced way to the API: what each attempt got. */
export function ApiPathView(props: { path: ApiPathInfo }) {
  const { url, attempts, certificates, consecutiveFailures } = props.path;
  const { t } = useWording();
  return (
    <div className={styles.facts}>
      <span className={styles.code}>{url}</span>
      <div className={styles.facts}>
        {t('signals.attempts')}:{' '}
        {attempts.map(({ status, latencyMs, reason = '', detail }, index) => {
          const ok = status !== undefined && status < 300;
          return (
            <ReasonChip
              key={index}
              tone={ok ? 'pass' : 'fail'}
              reason={detail && <Quoted>{detail}</Quoted>}
            >
              {status === undefined
                ? wordOf(reason)
                : t('signals.attemptOk', {
                    status: String(status),
                    latency: String(Math.round(latencyMs ?? 0)),
                  })}
            </ReasonChip>
          );
        })}
      </div>
      {consecutiveFailures > 0 && (
        <span>
          {t('signals.failuresInARow', { number: String(consecutiveFailures) })}
        </span>
      )}
      <div>
        {t('signals.certificate')}: <CertificateCell signal={certificates} />
      </div>
    </div>
  );

  function wordOf(reason: string) {
    return isReason(reason) ? t(`reason.${reason}`) : reason;
  }
}
