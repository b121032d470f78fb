/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import {
  gradeBounds,
  LayerScore,
  MAX_DEDUCTION,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { useDisclosure } from '../../routing/useDisclosure';
import { DataTable } from '../DataTable';
import { applies } from '../LayerChain';
import { Panel } from '../Panel';
import { ThresholdTable } from './ThresholdTable';
import styles from './ArithmeticPanel.module.css';

/** Characters of a hash that tell two apart for a reader; the whole is on hover. */
const HASH_SHOWN = 12;

/** How the score came about, to the last point. @internal */
export function ArithmeticPanel(props: { scorecard: Scorecard }) {
  const { scorecard } = props;
  const { t } = useWording();
  const { score, grade, limitedBy } = scorecard;
  return (
    <Panel
      title={t('arithmetic.title')}
      note={t('arithmetic.note', { max: String(MAX_DEDUCTION) })}
    >
      <div className={styles.panel}>
        <LayerTable layers={scorecard.layers} />
        <p className={styles.sum}>
          {t('arithmetic.minimum')}:{' '}
          <strong>
            {score === null ? t('chain.noteNone') : score}
            {limitedBy && ` (${t(`layer.${limitedBy.layer}`)})`}
          </strong>
          {' → '}
          <strong>
            {grade ? t('arithmetic.grade', { grade }) : t('grade.none')}
            {scorecard.provisional && ` · ${t('grade.provisional')}`}
          </strong>
          <span className={styles.muted}>
            {t('arithmetic.bounds', {
              bounds: gradeBounds
                .map(([name, bound]) => `${name} ≥ ${bound}`)
                .join(' · '),
            })}
          </span>
        </p>
        <Accordion {...useDisclosure('thresholds')}>
          <AccordionTrigger title={t('arithmetic.checks')} />
          <AccordionPanel>
            <ThresholdTable results={scorecard.results} />
          </AccordionPanel>
        </Accordion>
        <p
          className={styles.muted}
          title={`${scorecard.snapshotHash} · ${scorecard.policyHash}`}
        >
          {t('arithmetic.hashes', {
            snapshot: scorecard.snapshotHash.slice(0, HASH_SHOWN),
            policy: scorecard.policyHash.slice(0, HASH_SHOWN),
          })}
          {' · '}
          {t('arithmetic.hashHint')}
        </p>
      </div>
    </Panel>
  );
}

function LayerTable(props: { layers: readonly LayerScore[] }) {
  const { t } = useWording();
  return (
    <DataTable
      label={t('arithmetic.title')}
      rows={props.layers.filter(applies)}
      keyOf={({ layer }) => layer}
      columns={[
        {
          title: t('arithmetic.layer'),
          cell: ({ layer }) => <strong>{t(`layer.${layer}`)}</strong>,
        },
        {
          title: t('arithmetic.base'),
          numeric: true,
          cell: ({ score, base }) => (score === null ? '–' : base),
        },
        {
          title: t('arithmetic.cap'),
          numeric: true,
          cell: ({ score, cap, base }) =>
            score === null || cap === base ? '–' : cap,
        },
        {
          title: t('arithmetic.deducted'),
          numeric: true,
          cell: ({ deducted }) => (deducted > 0 ? `−${deducted}` : '–'),
        },
        {
          title: t('arithmetic.score'),
          numeric: true,
          cell: ({ score }) => <strong>{score ?? '–'}</strong>,
        },
        {
          title: t('arithmetic.steps'),
          cell: layer => <Steps layer={layer} />,
        },
      ]}
    />
  );
}

function Steps(props: { layer: LayerScore }) {
  const { score, steps } = props.layer;
  const { t, titleOf } = useWording();
  if (score === null) {
    return <span>{t('chain.unknown')}</span>;
  }
  if (steps.length === 0) return <span>{t('arithmetic.noSteps')}</span>;
  return (
    <ul className={styles.steps}>
      {steps.map(({ checkId, kind, points, status, severity, lastSeen }) => (
        <li key={checkId}>
          {titleOf(checkId)}{' '}
          <span className={styles.muted}>
            {checkId} (
            {t('arithmetic.stepOf', {
              severity: t(`severity.${severity}`),
              status: t(`status.${status}`),
            })}
            {lastSeen &&
              t('arithmetic.lastSeen', { status: t(`status.${lastSeen}`) })}
            )
          </span>{' '}
          <strong>
            {kind === 'cap'
              ? t('arithmetic.stepCap', { points: String(points) })
              : t('arithmetic.stepDeduct', { points: String(points) })}
          </strong>
        </li>
      ))}
    </ul>
  );
}
