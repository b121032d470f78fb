/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CSSProperties } from 'react';
import { Button } from '@backstage/ui';
import type {
  LayerScore,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { wordCounts } from '../../hooks/wordCounts';
import { useUrlState } from '../../routing/useUrlState';
import { Panel } from '../Panel';
import { StatusIcon } from '../StatusIcon';
import { LimitSentences } from './LimitSentences';
import { applies } from './shownLayers';
import styles from './LayerChain.module.css';

/** The layers as a chain, the weakest marked. A link of the chain narrows the findings to its layer. @internal */
export function LayerChain(props: { scorecard: Scorecard }) {
  const { scorecard } = props;
  const { t } = useWording();
  const url = useUrlState();
  const open = url.get('arithmetic') === 'open';
  const layers = scorecard.layers.filter(applies);
  return (
    <Panel
      title={t('chain.title')}
      note={
        scorecard.score === null
          ? t('chain.noteNone')
          : t('chain.note', { score: String(scorecard.score) })
      }
      actions={
        <Button
          size="small"
          variant="secondary"
          aria-expanded={open}
          onPress={() => url.set({ arithmetic: open ? undefined : 'open' })}
        >
          {open ? t('chain.hideArithmetic') : t('chain.showArithmetic')}
        </Button>
      }
    >
      <ol
        className={styles.chain}
        style={{ '--links': layers.length } as CSSProperties}
      >
        {layers.map(layer => (
          <li key={layer.layer} className={styles.item}>
            <ChainLink
              layer={layer}
              weakest={scorecard.limitedBy?.layer === layer.layer}
            />
          </li>
        ))}
      </ol>
      <LimitSentences scorecard={scorecard} />
    </Panel>
  );
}

function ChainLink(props: { layer: LayerScore; weakest: boolean }) {
  const { layer, weakest } = props;
  const { t } = useWording();
  const url = useUrlState();
  const chosen = url.get('layer') === layer.layer;
  const name = t(`layer.${layer.layer}`);
  const assessed = layer.score !== null;
  const { status } = layer;
  return (
    <button
      type="button"
      className={styles.link}
      data-status={status}
      data-weakest={weakest || undefined}
      aria-pressed={chosen}
      title={t('chain.filter', { layer: name })}
      onClick={() => url.set({ layer: chosen ? undefined : layer.layer })}
    >
      <span className={styles.name}>
        <StatusIcon status={status} /> {name}
      </span>
      <span className={styles.score}>
        {assessed ? layer.score : '–'}
        {layer.provisional && <small> {t('grade.provisional')}</small>}
      </span>
      <span className={styles.why}>{whyOf()}</span>
      {weakest && <span className={styles.weakest}>{t('chain.weakest')}</span>}
    </button>
  );

  function whyOf() {
    const { counts } = layer;
    if (!assessed) return t('chain.unknown');
    return wordCounts(counts, t) || t('chain.allPass', { count: counts.pass });
  }
}
