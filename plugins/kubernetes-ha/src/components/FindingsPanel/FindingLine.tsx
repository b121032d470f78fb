/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ReactNode, useId } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { CheckStatus } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { RelativeTime } from '../RelativeTime';
import styles from './FindingRow.module.css';

/** One line of the findings: a finding, or what several follow from; opened, what stands behind it. */
export function FindingLine(props: {
  status: CheckStatus;
  title: string;
  /** Below the title, smaller. */
  note: string;
  /** The check that a link leads to by this line. */
  checkId?: string;
  observed: ReactNode;
  /** Beside what was observed. */
  beside: ReactNode;
  /** ISO 8601 UTC. */
  since: string;
  isBroken: boolean;
  isOpen: boolean;
  onToggle: () => void;
  /** Made only while it is open. */
  details: () => ReactNode;
}) {
  const { status, checkId, since, isBroken, isOpen, onToggle } = props;
  const { t } = useWording();
  const id = useId();
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.toggle}
          data-check={checkId}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <Arrow className={styles.arrow} aria-hidden="true" />
          <Chip tone={status}>{t(`status.${status}`)}</Chip>
          <span className={styles.title}>
            <strong>{props.title}</strong>
            <span className={styles.id}>{props.note}</span>
          </span>
        </button>
        <div className={styles.fact}>
          <span className={styles.label}>{t('findings.observed')}</span>
          {props.observed}
        </div>
        <div className={styles.fact}>{props.beside}</div>
        <div className={styles.since}>
          <span className={styles.label}>{t('findings.since')}</span>
          <RelativeTime at={since} form={isBroken ? 'downFor' : 'for'} />
        </div>
      </div>
      <div id={id} hidden={!isOpen} className={styles.details}>
        {isOpen && props.details()}
      </div>
    </li>
  );
}
