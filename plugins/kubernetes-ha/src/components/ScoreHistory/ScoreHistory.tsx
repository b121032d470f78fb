/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// A region that scrolls must be focusable for the keyboard (axe rule scrollable-region-focusable).
/* eslint-disable jsx-a11y/no-noninteractive-tabindex */
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import {
  HistoryPoint,
  STALE_INTERVALS,
} from 'backstage-plugin-kubernetes-ha-common';
import { bucketSeconds, historyRanges } from '../../hooks/historyRanges';
import { useScoreHistory } from '../../hooks/useScoreHistory';
import { useWording } from '../../hooks/useWording';
import { useDisclosure } from '../../routing/useDisclosure';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { RangeToggle, useHistoryRange } from '../RangeToggle';
import { ChangesTable } from './ChangesTable';
import { ScoreChart } from './ScoreChart';
import { changesOf, scoreStretches } from './scoreStretches';
import styles from './ScoreHistory.module.css';

/** The score over time, with a choice of ranges that lives in the address. @internal */
export function ScoreHistory(props: {
  name: string;
  intervalSeconds: number;
  /** Seconds between two collections of the cluster. */
  collectedSeconds: number;
  /** See `versionOf`: with another one the history is asked for again. */
  version: string;
}) {
  const { name, intervalSeconds, collectedSeconds, version } = props;
  const { t } = useWording();
  const range = useHistoryRange();
  const history = useScoreHistory(name, range, intervalSeconds, version);
  const { hours, resolution } = historyRanges[range];
  const holdSeconds =
    resolution === 'raw'
      ? STALE_INTERVALS * collectedSeconds
      : bucketSeconds[resolution];
  return (
    <Panel title={t('history.title')} actions={<RangeToggle />}>
      <PolledView polled={history} rows={4}>
        {points => (
          <Chart
            points={points}
            hours={hours}
            holdMs={holdSeconds * 1000}
            untilMs={history.loadedAt ?? Date.now()}
          />
        )}
      </PolledView>
    </Panel>
  );
}

function Chart(props: {
  points: readonly HistoryPoint[];
  hours: number;
  /** For how long a point speaks. */
  holdMs: number;
  untilMs: number;
}) {
  const { points, hours, holdMs, untilMs } = props;
  const { t } = useWording();
  const table = useDisclosure('changes');
  const groups = scoreStretches(points, holdMs, untilMs);
  if (groups.length === 0) return <p>{t('history.empty')}</p>;
  const changes = changesOf(groups);
  const label = t('history.changes', { count: changes.length });
  return (
    <>
      {/* Focusable, so that the keyboard can scroll it on a narrow screen. */}
      <div
        className={styles.scroll}
        role="region"
        aria-label={t('history.title')}
        tabIndex={0}
      >
        <ScoreChart groups={groups} hours={hours} untilMs={untilMs} />
      </div>
      <Accordion {...table}>
        <AccordionTrigger title={label} />
        <AccordionPanel>
          {table.isExpanded && <ChangesTable label={label} changes={changes} />}
        </AccordionPanel>
      </Accordion>
    </>
  );
}
