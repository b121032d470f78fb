/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CheckResult,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { useCheckTitle } from '../../hooks/useCheckTitle';
import { useWording } from '../../hooks/useWording';
import { ConnectLink } from '../FindingsPanel/ConnectLink';
import { Joined, joined } from '../FindingsPanel/joined';
import { titleOfCause } from '../FindingsPanel/titleOfCause';
import { StatusIcon } from '../StatusIcon';
import styles from './LimitSentences.module.css';

/** What sets the score, where that is something else than the headline: each cause once, with its fix. */
export function LimitSentences(props: { scorecard: Scorecard }) {
  const { limitedBy, headline, results, causes, cluster } = props.scorecard;
  const limits = (limitedBy?.checkIds ?? [])
    .filter(id => !headline?.checkIds.includes(id))
    .flatMap(id => results.find(({ checkId }) => checkId === id) ?? []);
  if (limits.length === 0) return null;
  return (
    <ul className={styles.limits}>
      {joined(limits, causes).map(limit => (
        <Limit
          key={limit.results[0].checkId}
          cluster={cluster.name}
          limit={limit}
        />
      ))}
    </ul>
  );
}

function Limit(props: { cluster: string; limit: Joined<CheckResult> }) {
  const { cause, results } = props.limit;
  const { t, say } = useWording();
  const titleOf = useCheckTitle();
  const [{ checkId, status, layer, observed }] = results;
  const { fix } = results.find(result => result.fix) ?? {};
  const { nextLoss } = results.find(result => result.nextLoss) ?? {};
  return (
    <li>
      <StatusIcon status={status} />{' '}
      <strong>{t('chain.limitedBy', { layer: t(`layer.${layer}`) })}</strong>{' '}
      {cause
        ? t('chain.limitCause', {
            cause: titleOfCause(cause, t),
            checks: t(cause.source ? 'cause.waiting' : 'cause.findings', {
              count: cause.checkIds.length,
            }),
          })
        : `${titleOf(checkId)}: ${say(observed)}`}
      {t('chain.fullStop')}{' '}
      {cause?.source && (
        <ConnectLink cluster={props.cluster} reason={cause.source.reason} />
      )}
      {nextLoss && (
        <>
          {' '}
          <strong>{say(nextLoss)}</strong>
          {t('chain.fullStop')}
        </>
      )}
      {fix && (
        <span className={styles.fix}>
          {' '}
          {t('chain.fix', { what: say(fix) })}
        </span>
      )}
    </li>
  );
}
