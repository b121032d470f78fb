/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert } from '@backstage/ui';
import type { ClusterConnectionGuide } from 'backstage-plugin-kubernetes-ha-common';
import { useConnection } from '../../hooks/useConnection';
import { useWording } from '../../hooks/useWording';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { ConnectStepRow, isDone } from './ConnectStepRow';
import styles from './ConnectTab.module.css';

/** What a cluster is connected by, step by step; ticks itself with each collection. @internal */
export function ConnectTab(props: {
  name: string;
  isRecorded: boolean;
  intervalSeconds: number;
  version?: string;
}) {
  const { name, isRecorded, intervalSeconds, version } = props;
  const connection = useConnection(name, intervalSeconds, version);
  return (
    <PolledView polled={connection} rows={7}>
      {guide => (
        <Guide
          guide={guide}
          isRecorded={isRecorded}
          intervalSeconds={intervalSeconds}
        />
      )}
    </PolledView>
  );
}

function Guide(props: {
  guide: ClusterConnectionGuide;
  isRecorded: boolean;
  intervalSeconds: number;
}) {
  const { guide, isRecorded, intervalSeconds } = props;
  const { t } = useWording();
  const { configuration, steps } = guide;
  const done = steps.filter(isDone).length;
  const next = steps.find(step => !isDone(step));
  const progress = next
    ? t('connect.done', { done: String(done), all: String(steps.length) })
    : t('connect.allDone');
  return (
    <div className={styles.tab}>
      {configuration.state === 'refused' && <Refused guide={guide} />}
      <Panel
        title={t('connect.title')}
        note={isRecorded ? t('connect.recorded') : progress}
      >
        <ol className={styles.steps}>
          {steps.map(step => (
            <ConnectStepRow
              key={step.id}
              step={step}
              name={guide.cluster}
              isLive={!isRecorded}
              intervalSeconds={intervalSeconds}
              isNext={!isRecorded && step === next}
            />
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function Refused(props: { guide: ClusterConnectionGuide }) {
  const { t, dateTime } = useWording();
  const { since, problems } = props.guide.configuration;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('connect.refusedTitle')}
      description={
        <>
          {t('connect.refusedText', { at: dateTime(since) })}
          <ul className={styles.problems}>
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      }
    />
  );
}
