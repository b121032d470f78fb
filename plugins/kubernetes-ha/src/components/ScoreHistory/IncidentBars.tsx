/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Incident } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { happened } from './happened';
import { incidentSentence } from './incidentWords';
import type { Span } from './timeline';
import styles from './ScoreChart.module.css';

/** Bars that are drawn; the table below has all of them. (proposal) */
const MOST_BARS = 8;

/** Where a label stands left of its bar instead of right of it, in parts of the width. */
const LATE = 0.6;

/** Incidents as bars on the time axis of the score. Decoration for the eye: {@link IncidentTable} has their words. */
export function IncidentBars(props: {
  incidents: readonly Incident[];
  /** What the axis spans. */
  axis: Span;
  nowMs: number;
}) {
  const { incidents, axis, nowMs } = props;
  const wording = useWording();
  const place = (ms: number) =>
    Math.min(
      1,
      Math.max(0, (ms - axis.fromMs) / Math.max(1, axis.toMs - axis.fromMs)),
    );
  return (
    <div className={styles.bars} aria-hidden="true">
      {incidents
        .filter(happened)
        .slice(0, MOST_BARS)
        .map(incident => {
          const begin = place(Date.parse(incident.startedAt));
          const end = place(
            incident.endedAt ? Date.parse(incident.endedAt) : axis.toMs,
          );
          return (
            <div key={incident.id} className={styles.bar}>
              <span
                className={styles.span}
                data-verdict={incident.verdict}
                style={{
                  insetInlineStart: `${begin * 100}%`,
                  inlineSize: `${(end - begin) * 100}%`,
                }}
              />
              <span
                className={styles.barLabel}
                data-late={begin > LATE || undefined}
                style={
                  begin > LATE
                    ? {
                        insetInlineEnd: `${(1 - begin) * 100}%`,
                        maxInlineSize: `${begin * 100}%`,
                      }
                    : {
                        insetInlineStart: `${begin * 100}%`,
                        maxInlineSize: `${(1 - begin) * 100}%`,
                      }
                }
              >
                {incidentSentence(incident, nowMs, wording)}
              </span>
            </div>
          );
        })}
    </div>
  );
}
