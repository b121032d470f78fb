/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useId } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type {
  CheckDescription,
  Finding,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { RelativeTime } from '../RelativeTime';
import { ResultDetails } from '../ResultDetails';
import styles from './FindingRow.module.css';

/** A finding in a line; opened, everything that stands behind it. */
export function FindingRow(props: {
  finding: Finding;
  check?: CheckDescription;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { finding, check, isOpen, onToggle } = props;
  const { t, say, titleOf } = useWording();
  const id = useId();
  const title = check ? say(check.title) : titleOf(finding.checkId);
  const { observed, required } = finding.result;
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <Arrow className={styles.arrow} aria-hidden="true" />
          <Chip tone={finding.status}>{t(`status.${finding.status}`)}</Chip>
          <span className={styles.title}>
            <strong>{title}</strong>
            <span className={styles.id}>
              {t(`layer.${finding.layer}`)} · {finding.checkId}
            </span>
          </span>
        </button>
        <div className={styles.fact}>
          <span className={styles.label}>{t('findings.observed')}</span>
          {say(observed)}
        </div>
        <div className={styles.fact}>
          <span className={styles.label}>{t('findings.required')}</span>
          {required ? say(required) : '–'}
        </div>
        <div className={styles.since}>
          <span className={styles.label}>{t('findings.since')}</span>
          <RelativeTime at={finding.firstSeen} />
        </div>
      </div>
      <div id={id} hidden={!isOpen} className={styles.details}>
        {isOpen && <ResultDetails result={finding.result} check={check} />}
      </div>
    </li>
  );
}
