/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Button } from '@backstage/ui';
import type { Incident } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { incidentTitle } from './incidentWords';
import type { ScoredStep, Span } from './timeline';
import { wordMoment } from './wordMoment';
import styles from './ScoreHistory.module.css';

/** Incidents that are named of a moment. */
const NAMED = 5;

/** What was at the moment that is looked at, or that the address names. */
export function MomentLine(props: {
  /** Missing where nothing was scored then. */
  step?: ScoredStep;
  /** The moment that the address names, milliseconds since the epoch. */
  atMs?: number;
  /** What the chart shows: of what is outside of it nothing is known here. */
  span: Span;
  incidents: readonly Incident[];
  /** Takes the moment out of the address. */
  onClose: () => void;
}) {
  const { step, atMs, span, incidents, onClose } = props;
  const wording = useWording();
  const { t, dateTime } = wording;
  const at = atMs === undefined ? undefined : new Date(atMs).toISOString();
  const isOutside =
    atMs !== undefined && (atMs < span.fromMs || atMs > span.toMs);
  const open = at === undefined ? [] : openAt(incidents, at);
  return (
    <div className={styles.momentLine}>
      <output>
        {[
          step && wordMoment(step, wording),
          at &&
            !step &&
            t(isOutside ? 'history.outside' : 'history.nothingAt', {
              at: dateTime(at),
            }),
          open.length > 0 &&
            t('history.openAt', {
              at: dateTime(at ?? ''),
              names: open
                .slice(0, NAMED)
                .map(incident => incidentTitle(incident, wording))
                .join(', '),
            }),
        ]
          .filter(Boolean)
          .join(' · ') || t('history.lookHint')}
      </output>
      {at && (
        <Button variant="tertiary" size="small" onPress={onClose}>
          {t('history.leaveMoment')}
        </Button>
      )}
    </div>
  );
}

/** What was broken at a moment; only when nothing was, what else was open. */
function openAt(incidents: readonly Incident[], at: string) {
  const open = incidents.filter(
    ({ startedAt, endedAt }) =>
      startedAt <= at && (endedAt === undefined || endedAt > at),
  );
  const broken = open.filter(({ verdict }) => verdict === 'broken');
  return broken.length > 0 ? broken : open;
}
