/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// A region that scrolls must be focusable for the keyboard (axe rule scrollable-region-focusable).
/* eslint-disable jsx-a11y/no-noninteractive-tabindex */
import { useCallback, useMemo, useState } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  ClusterSummary,
  IncidentList,
  ScoreHistory as History,
} from 'backstage-plugin-kubernetes-ha-common';
import { versionOf } from '../../hooks/useCluster';
import { useIncidents } from '../../hooks/useIncidents';
import { useScoreHistory } from '../../hooks/useScoreHistory';
import { useWording } from '../../hooks/useWording';
import { useDisclosure } from '../../routing/useDisclosure';
import { useMoment } from '../../routing/useMoment';
import { markMoment, useTimeWindow } from '../../routing/useTimeWindow';
import { useUrlState } from '../../routing/useUrlState';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { RangeToggle } from '../RangeToggle';
import { ChangesTable } from './ChangesTable';
import { IncidentTable } from './IncidentTable';
import { LastWeek } from './LastWeek';
import { MomentLine } from './MomentLine';
import { ScoreChart } from './ScoreChart';
import { changesOf, DrawnStep, stepAt, timelineOf } from './timeline';
import { wordTimeByGrade } from './wordTimeByGrade';
import styles from './ScoreHistory.module.css';

const NOTHING: IncidentList = { items: [], more: false };

/** The score over time with what happened, in a window of time that lives in the address. @internal */
export function ScoreHistory(props: {
  cluster: ClusterSummary;
  intervalSeconds: number;
}) {
  const { cluster, intervalSeconds } = props;
  const { name } = cluster;
  const version = versionOf(cluster);
  const { t } = useWording();
  const time = useTimeWindow();
  const history = useScoreHistory(name, time, intervalSeconds, version);
  const incidents = useIncidents(name, time, intervalSeconds, version);
  return (
    <Panel title={t('history.title')} actions={<RangeToggle />}>
      <LastWeek cluster={cluster} />
      <PolledView polled={history} rows={4}>
        {value => (
          <Chart history={value} incidents={incidents.value ?? NOTHING} />
        )}
      </PolledView>
      <PolledView polled={incidents} rows={4}>
        {list => (
          <>
            <h4 className={styles.heading}>{t('incidents.title')}</h4>
            <IncidentTable list={list} nowMs={history.loadedAt ?? Date.now()} />
          </>
        )}
      </PolledView>
    </Panel>
  );
}

function Chart(props: { history: History; incidents: IncidentList }) {
  const { history, incidents } = props;
  const wording = useWording();
  const { t } = wording;
  const url = useUrlState();
  const atMs = useMoment();
  const time = useTimeWindow();
  const table = useDisclosure('changes');
  const [looked, setLooked] = useState<DrawnStep>();
  // On a narrow screen the newest is what is looked for.
  const scrolledToEnd = useCallback((element: HTMLElement | null) => {
    if (element) element.scrollLeft = element.scrollWidth;
  }, []);
  const timeline = useMemo(() => timelineOf(history), [history]);
  const changes = useMemo(() => changesOf(timeline), [timeline]);
  if (timeline.groups.length === 0) return <p>{t('history.empty')}</p>;
  const shown =
    looked ?? (atMs === undefined ? undefined : stepAt(timeline, atMs));
  const label = t('history.changes', { count: changes.length });
  const spent = wordTimeByGrade(history.time, wording);
  return (
    <>
      {spent && <p className={styles.spent}>{spent}</p>}
      {/* Focusable, so that the keyboard can scroll it on a narrow screen. */}
      <div
        ref={scrolledToEnd}
        className={styles.scroll}
        role="group"
        aria-label={t('history.title')}
        tabIndex={0}
      >
        <ScoreChart
          timeline={timeline}
          changes={changes}
          incidents={incidents.items}
          atMs={atMs}
          onMoment={setLooked}
          onPick={({ step }) => url.set(markMoment(time, step.at))}
        />
      </div>
      <MomentLine
        step={shown?.step}
        atMs={looked ? undefined : atMs}
        span={timeline}
        incidents={incidents.items}
        onClose={() => url.set({ at: undefined })}
      />
      <Accordion {...table}>
        <AccordionTrigger title={label} />
        <AccordionPanel>
          {table.isExpanded && <ChangesTable label={label} changes={changes} />}
        </AccordionPanel>
      </Accordion>
    </>
  );
}
