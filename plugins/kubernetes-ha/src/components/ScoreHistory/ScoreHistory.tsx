/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// A region that scrolls must be focusable for the keyboard (axe rule scrollable-region-focusable).
/* eslint-disable jsx-a11y/no-noninteractive-tabindex */
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  HistoryRange,
  historyRanges,
  useScoreHistory,
} from '../../hooks/useScoreHistory';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { ScoreChart } from './ScoreChart';
import styles from './ScoreHistory.module.css';

const ranges = Object.keys(historyRanges) as HistoryRange[];

/** The score over time, with a choice of ranges that lives in the address. @internal */
export function ScoreHistory(props: { name: string; intervalSeconds: number }) {
  const { t } = useWording();
  const url = useUrlState();
  const range = ranges.find(item => item === url.get('range')) ?? '24h';
  const history = useScoreHistory(props.name, range, props.intervalSeconds);
  return (
    <Panel
      title={t('history.title')}
      actions={
        <ToggleButtonGroup
          aria-label={t('history.range')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[range]}
          onSelectionChange={keys =>
            url.set({ range: [...keys].map(String)[0] })
          }
        >
          {ranges.map(item => (
            <ToggleButton key={item} id={item} size="small">
              {t(`history.${item}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <PolledView polled={history} rows={4}>
        {points => (
          // Focusable, so that the keyboard can scroll it on a narrow screen.
          <div
            className={styles.scroll}
            role="region"
            aria-label={t('history.title')}
            tabIndex={0}
          >
            <ScoreChart
              points={points}
              hours={historyRanges[range].hours}
              untilMs={history.loadedAt ?? Date.now()}
            />
          </div>
        )}
      </PolledView>
    </Panel>
  );
}
