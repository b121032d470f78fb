/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { severities } from 'backstage-plugin-kubernetes-ha-common';
import { useCheckTitle } from '../../hooks/useCheckTitle';
import { useWording } from '../../hooks/useWording';
import { wordNames } from '../../hooks/wordNames';
import { FindingLine } from './FindingLine';
import type { Row } from './rows';
import { titleOfCause } from './titleOfCause';

/** Rows that are named; opened, all of them are there. (proposal) */
const NAMED = 3;

/** How many less urgent rows there are, how severe, and what the first are; opened, the rows. */
export function RestRow(props: {
  row: Extract<Row, { kind: 'rest' }>;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { row, isOpen, onToggle, children } = props;
  const { rows, findings } = row;
  const { t } = useWording();
  const titleOf = useCheckTitle();
  const titleOfRow = (item: Row) => {
    if (item.kind === 'cause') return titleOfCause(item.cause, t);
    if (item.kind === 'reason') return t(`reason.${item.reason}`);
    return titleOf(item.findings[0].checkId);
  };
  return (
    <FindingLine
      title={t('findings.rest', { count: rows.length })}
      note={severities
        .map(severity => ({
          severity,
          count: findings.filter(item => item.severity === severity).length,
        }))
        .filter(({ count }) => count > 0)
        .map(({ severity, count }) => `${count} ${t(`severity.${severity}`)}`)
        .join(t('cause.and'))}
      status={findings[0].status}
      since={findings.map(({ firstSeen }) => firstSeen).sort()[0]}
      isBroken={false}
      observed={wordNames(rows.map(titleOfRow), rows.length, t, NAMED)}
      beside={null}
      isOpen={isOpen}
      onToggle={onToggle}
      details={() => children}
    />
  );
}
