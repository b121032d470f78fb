/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useWording } from '../../hooks/useWording';
import { toSegments } from './segments';
import styles from './Sparkline.module.css';

const WIDTH = 96;
const HEIGHT = 24;
const PAD = 2;

/** A score a day as a small line from 0 to 100; gaps where nothing was told. @internal */
export function Sparkline(props: { values: readonly (number | null)[] }) {
  const { values } = props;
  const { t } = useWording();
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) {
    return <span className={styles.empty}>{t('sparkline.empty')}</span>;
  }
  const label = t('sparkline.label', {
    days: String(values.length),
    first: String(known[0]),
    last: String(known[known.length - 1]),
    lowest: String(Math.min(...known)),
  });
  const step = (WIDTH - 2 * PAD) / Math.max(1, values.length - 1);
  const points = values.map((value, index) =>
    value === null
      ? null
      : {
          x: PAD + index * step,
          y: PAD + (1 - value / 100) * (HEIGHT - 2 * PAD),
        },
  );
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {toSegments(points).map(segment =>
        segment.length === 1 ? (
          <circle
            key={segment[0].x}
            className={styles.dot}
            cx={segment[0].x}
            cy={segment[0].y}
            r="2"
          />
        ) : (
          <polyline
            key={segment[0].x}
            className={styles.line}
            points={segment.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        ),
      )}
    </svg>
  );
}
