/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Button } from '@backstage/ui';
import type {
  ConnectionTest,
  ConnectStepId,
} from 'backstage-plugin-kubernetes-ha-common';
import { useConnectionTest } from '../../hooks/useConnectionTest';
import { useWording } from '../../hooks/useWording';
import { wordError } from '../../hooks/wordError';
import { Detail } from '../Detail';
import styles from './ConnectTab.module.css';

/** Asks now what a step reads, and says what does not match. */
export function StepTest(props: {
  name: string;
  step: ConnectStepId;
  intervalSeconds: number;
}) {
  const { name, step, intervalSeconds } = props;
  const wording = useWording();
  const { t } = wording;
  const { test, error, isRunning, run } = useConnectionTest(name, step);
  return (
    <div className={styles.test}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={isRunning}
        onPress={run}
      >
        {t(isRunning ? 'connect.testing' : 'connect.test')}
      </Button>
      <div role="status">
        {error &&
          t('connect.testFailed', { reason: wordError(error, wording) })}
        {test && <Tested test={test} intervalSeconds={intervalSeconds} />}
      </div>
    </div>
  );
}

function Tested(props: { test: ConnectionTest; intervalSeconds: number }) {
  const { parts, durationMs } = props.test;
  const { t, say, duration } = useWording();
  const asked = parts.filter(({ state }) => state !== 'absent');
  const failed = asked.filter(({ state }) => state === 'unknown');
  const took = duration(durationMs / 1000);
  if (failed.length === 0) {
    return (
      <>
        {t('connect.testedAll', { duration: took })}{' '}
        {t('connect.testNext', { seconds: String(props.intervalSeconds) })}
      </>
    );
  }
  return (
    <>
      {t('connect.testedSome', {
        duration: took,
        ok: String(asked.length - failed.length),
        all: String(asked.length),
      })}
      <ul className={styles.problems}>
        {failed.map(({ name, via, mismatch, detail = '', why }, index) => (
          <li key={`${name ?? via}/${index}`}>
            {name && <strong>{name}: </strong>}
            {mismatch ? say(mismatch) : <Detail detail={detail} why={why} />}
          </li>
        ))}
      </ul>
    </>
  );
}
