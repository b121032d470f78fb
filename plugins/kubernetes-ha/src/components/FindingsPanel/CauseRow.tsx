/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import type {
  Cause,
  Finding,
  Fix,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Detail } from '../Detail';
import { ConnectLink } from './ConnectLink';
import { FindingLine } from './FindingLine';
import { titleOfCause } from './titleOfCause';
import styles from './FindingRow.module.css';

/** More than these are read at the findings themselves. */
const FIXES = 3;

/** What several findings follow from, in a line; opened, the findings. */
export function CauseRow(props: {
  cause: Cause;
  /** Its findings, the most urgent first; at least one. */
  findings: readonly Finding[];
  fix?: Fix;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { cause, findings, fix, isOpen, onToggle, children } = props;
  const { source, verdict } = cause;
  const { t, say, titleOf } = useWording();
  const [first] = findings;
  const nextLoss = findings.find(({ result }) => result.nextLoss)?.result
    .nextLoss;
  /** Several findings of one machine have the fix of the same process. */
  const fixes = [
    ...new Set(
      findings.flatMap(({ result }) => (result.fix ? say(result.fix) : [])),
    ),
  ].slice(0, FIXES);
  return (
    <FindingLine
      status={first.status}
      title={titleOfCause(cause, t)}
      note={t(source ? 'cause.waiting' : 'cause.findings', {
        count: findings.length,
      })}
      observed={
        <>
          {source?.detail ? (
            <Detail detail={source.detail} why={source.why} />
          ) : (
            `${titleOf(first.checkId)}: ${say(first.result.observed)}`
          )}
          {nextLoss && <strong>{say(nextLoss)}</strong>}
        </>
      }
      beside={
        <>
          {fix && <Gain fix={fix} />}
          {source && (
            <ConnectLink cluster={first.cluster} reason={source.reason} />
          )}
        </>
      }
      since={findings.map(({ firstSeen }) => firstSeen).sort()[0]}
      isBroken={verdict === 'broken'}
      isOpen={isOpen}
      onToggle={onToggle}
      details={() => (
        <>
          {fixes.length > 0 && (
            <p className={styles.fix}>
              <strong>{t('findings.fix')}</strong> {fixes.join('; ')}
            </p>
          )}
          {children}
        </>
      )}
    />
  );
}

/** What is gained once the cause is gone. */
function Gain(props: { fix: Fix }) {
  const { then, gain, visible } = props.fix;
  const { t } = useWording();
  return (
    <>
      {[
        gain > 0 &&
          t('cause.gain', {
            grade: then.grade ?? t('grade.none'),
            score: String(then.score ?? '–'),
          }),
        visible > 0 && t('cause.visible', { count: visible }),
        gain === 0 && visible === 0 && t('cause.noGain'),
      ]
        .filter(Boolean)
        .join(' ')}
    </>
  );
}
