/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Grade } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { useIsPageStale } from '../PageState';
import styles from './GradeRing.module.css';

const SIZE = 40;
const RADIUS = 17;
const LENGTH = 2 * Math.PI * RADIUS;

/**
 * The grade as a letter in a ring that is as full as the score. A provisional
 * one is dashed, one without a grade shows a dash, and one that is not of now
 * loses its colour.
 * @internal
 */
export function GradeRing(props: {
  grade: Grade | null;
  score: number | null;
  provisional: boolean;
  /** Newer data is missing; a page that is stale as a whole says so itself. */
  stale?: boolean;
  size?: 'small' | 'large';
}) {
  const { grade, score, provisional, size = 'small' } = props;
  const { t } = useWording();
  const isPageStale = useIsPageStale();
  const isStale = (props.stale || isPageStale) && grade !== null;
  const label = labelOf();
  return (
    <svg
      className={styles.ring}
      data-grade={grade ?? 'none'}
      data-size={size}
      data-stale={isStale || undefined}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <circle className={styles.disc} cx="20" cy="20" r="19" />
      <circle className={styles.track} cx="20" cy="20" r={RADIUS} />
      <circle
        className={styles.arc}
        cx="20"
        cy="20"
        r={RADIUS}
        transform="rotate(-90 20 20)"
        strokeDasharray={
          provisional ? '4 3' : `${((score ?? 0) / 100) * LENGTH} ${LENGTH}`
        }
      />
      <text x="20" y="20" className={styles.letter} aria-hidden="true">
        {grade ?? '–'}
      </text>
    </svg>
  );

  function labelOf() {
    if (grade === null || score === null) return t('grade.none');
    if (isStale) return t('grade.staleLabel', { grade, score: String(score) });
    return provisional
      ? t('grade.provisionalLabel', { grade, score: String(score) })
      : t('grade.label', { grade, score: String(score) });
  }
}
