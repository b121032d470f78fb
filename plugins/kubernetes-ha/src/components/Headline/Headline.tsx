/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { useCheckTitle } from '../../hooks/useCheckTitle';
import { useWording } from '../../hooks/useWording';
import { VerdictChip } from '../VerdictChip';
import styles from './Headline.module.css';

/** Sentences that stand in full; how many more there are is said. */
const SAID = 2;

/**
 * What has to be known first, above everything else: what is broken now, else
 * what is weak, else what is not visible; and how the first of it is fixed.
 * Nothing when every check that applies passes. @internal
 */
export function Headline(props: { scorecard: Scorecard }) {
  const { headline, results } = props.scorecard;
  const { t, say } = useWording();
  const titleOf = useCheckTitle();
  if (!headline) return null;
  const said = headline.checkIds
    .slice(0, SAID)
    .flatMap(id => results.find(({ checkId }) => checkId === id) ?? []);
  const { fix, nextLoss } = said[0] ?? {};
  const more = headline.checkIds.length - said.length;
  return (
    <section
      className={styles.headline}
      data-verdict={headline.verdict}
      aria-label={t('headline.title')}
    >
      <p className={styles.lead}>
        <VerdictChip verdict={headline.verdict} />{' '}
        <strong>{t(`layer.${headline.layer}`)}</strong>
      </p>
      <ul className={styles.sentences}>
        {said.map(({ checkId, observed }) => (
          <li key={checkId}>
            {titleOf(checkId)}: {say(observed)}
            {t('chain.fullStop')}
          </li>
        ))}
        {more > 0 && <li>{t('headline.more', { number: String(more) })}</li>}
      </ul>
      {nextLoss && (
        <p className={styles.lead}>
          <strong>{say(nextLoss)}</strong>
          {t('chain.fullStop')}
        </p>
      )}
      {fix && (
        <p className={styles.fix}>{t('chain.fix', { what: say(fix) })}</p>
      )}
    </section>
  );
}
