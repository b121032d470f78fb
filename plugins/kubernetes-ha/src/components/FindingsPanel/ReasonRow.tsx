/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { useCheckTitle } from '../../hooks/useCheckTitle';
import { sourceName } from '../../hooks/wordSource';
import { useWording } from '../../hooks/useWording';
import { ConnectLink } from './ConnectLink';
import { FindingLine } from './FindingLine';
import type { Row } from './rows';
import styles from './FindingsPanel.module.css';

/** Sources and checks that are named; opened, the row has all of them. (proposal) */
const NAMED = 5;

/** What is not visible for one reason, in a short list; opened, all of it. */
export function ReasonRow(props: {
  row: Extract<Row, { kind: 'reason' }>;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { row, isOpen, onToggle, children } = props;
  const { reason, rows, findings } = row;
  const { t } = useWording();
  const titleOf = useCheckTitle();
  const nameOf = (item: Row) =>
    item.kind === 'cause' && item.cause.source
      ? sourceName(item.cause.source.name, t)
      : titleOf(item.findings[0].checkId);
  return (
    <FindingLine
      title={t(`reason.${reason}`)}
      note={t('cause.waiting', { count: findings.length })}
      status={findings[0].status}
      since={findings.map(({ firstSeen }) => firstSeen).sort()[0]}
      isBroken={false}
      observed={
        <ul className={styles.list}>
          {rows.slice(0, NAMED).map(item => (
            <li key={item.id}>
              {t('cause.source', {
                source: nameOf(item),
                reason: t('cause.waiting', { count: item.findings.length }),
              })}
            </li>
          ))}
          {rows.length > NAMED && (
            <li>
              {t('headline.more', { number: String(rows.length - NAMED) })}
            </li>
          )}
        </ul>
      }
      beside={<ConnectLink cluster={findings[0].cluster} reason={reason} />}
      isOpen={isOpen}
      onToggle={onToggle}
      details={() => children}
    />
  );
}
