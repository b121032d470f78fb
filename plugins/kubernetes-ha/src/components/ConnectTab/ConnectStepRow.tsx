/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ConnectPart,
  ConnectState,
  ConnectStepId,
  ConnectTask,
  CheckStatus,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { wordGrade } from '../../hooks/wordGrade';
import { Chip } from '../Chip';
import { Detail } from '../Detail';
import { ConnectRecipes } from './ConnectRecipes';
import { StepTest } from './StepTest';
import styles from './ConnectTab.module.css';

const tones: Record<ConnectState, CheckStatus> = {
  connected: 'pass',
  partial: 'warn',
  refused: 'fail',
  'not-configured': 'unknown',
  pending: 'unknown',
  absent: 'not-applicable',
};

/** Nothing is left to do. */
export function isDone({ state }: ConnectTask): boolean {
  return state === 'connected' || state === 'absent';
}

/** Rights and zones are read with the whole inventory, not by themselves. */
function isTestable(id: ConnectStepId): boolean {
  return id !== 'rights' && id !== 'zones';
}

/** One step: how it stands, why, what it reveals, and how it is done. The next one is open. */
export function ConnectStepRow(props: {
  name: string;
  step: ConnectTask;
  isNext: boolean;
  /** Whether there is somebody to ask: not in a recording. */
  isLive: boolean;
  intervalSeconds: number;
}) {
  const { name, step, isNext, isLive, intervalSeconds } = props;
  const { t } = useWording();
  const { id, state, counts, problems, recipes } = step;
  const all = counts.observed + counts.unknown;
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <Chip tone={tones[state]}>{t(`connect.state.${state}`)}</Chip>
        <strong>{t(`connect.step.${id}`)}</strong>
        {isNext && <span className={styles.next}>{t('connect.next')}</span>}
        {state === 'partial' && (
          <span className={styles.quiet}>
            {t('connect.counts', {
              observed: String(counts.observed),
              all: String(all),
            })}
          </span>
        )}
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((part, index) => (
            <Problem
              key={`${part.section}/${part.name ?? index}`}
              part={part}
              state={state}
            />
          ))}
          {counts.unknown > problems.length && (
            <li>
              {t('connect.more', {
                number: String(counts.unknown - problems.length),
              })}
            </li>
          )}
        </ul>
      )}
      {!isDone(step) && step.reveals && <Reveals reveals={step.reveals} />}
      {isLive && isTestable(id) && state !== 'absent' && (
        <StepTest name={name} step={id} intervalSeconds={intervalSeconds} />
      )}
      {recipes.length > 0 && (
        <details open={isNext} className={styles.how}>
          <summary>{t('connect.how')}</summary>
          <ConnectRecipes step={id} recipes={recipes} />
        </details>
      )}
    </li>
  );
}

function Problem(props: { part: ConnectPart; state: ConnectState }) {
  const { part, state } = props;
  const { name, section, detail, why } = part;
  const { t } = useWording();
  const reason = detail && isSaid(part, state) ? undefined : part.reason;
  const isMissingZone = section === 'nodes' && part.reason === 'not-configured';
  return (
    <li>
      {name && <strong>{name}: </strong>}
      {isMissingZone ? t('connect.noZone') : reason && t(`reason.${reason}`)}
      {!isMissingZone && reason && detail && ': '}
      {!isMissingZone && detail && <Detail detail={detail} why={why} />}
    </li>
  );
}

/** Whether the state of the whole step says the reason of a part already. */
function isSaid({ reason }: ConnectPart, state: ConnectState): boolean {
  return (
    reason === state || (reason === 'not-collected' && state === 'pending')
  );
}

function Reveals(props: { reveals: NonNullable<ConnectTask['reveals']> }) {
  const { checkIds, coverage, possible } = props.reveals;
  const { best, worst } = possible;
  const { t, titleOf } = useWording();
  return (
    <details className={styles.reveals}>
      <summary>
        {t('connect.reveals', { count: checkIds.length })}.{' '}
        {t('connect.then', {
          known: String(coverage.known),
          applicable: String(coverage.applicable),
        })}{' '}
        {best.grade === worst.grade && best.score === worst.score
          ? t('connect.thenGrade', { grade: wordGrade(best, t) })
          : t('connect.thenGrades', {
              best: wordGrade(best, t),
              worst: wordGrade(worst, t),
            })}
      </summary>
      <ul className={styles.problems}>
        {checkIds.map(checkId => (
          <li key={checkId}>{titleOf(checkId)}</li>
        ))}
      </ul>
    </details>
  );
}
