/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  Cause,
  Fix,
  isWorth,
  ScoreAndGrade,
} from 'backstage-plugin-kubernetes-ha-common';
import { useCheckTitle } from '../../hooks/useCheckTitle';
import { useWording } from '../../hooks/useWording';
import { Panel } from '../Panel';
import { fixTitle } from './fixTitle';
import { FixLink } from './FixLink';
import { wordGain } from './wordGain';
import styles from './FixList.module.css';

/** Changes that are shown before all of them are asked for. */
const SHOWN = 5;

/** The changes that raise the grade of a cluster most, each with what it would be then and a way to its row. @internal */
export function FixList(props: {
  now: ScoreAndGrade;
  causes?: readonly Cause[];
  fixes?: readonly Fix[];
}) {
  const { now, causes = [], fixes = [] } = props;
  const { t } = useWording();
  const titleOfCheck = useCheckTitle();
  const [isWhole, setWhole] = useState(false);
  const listed = fixes.flatMap(fix => {
    const cause = causes.find(({ id }) => id === fix.causeId);
    return cause && isWorth(fix) ? [{ fix, cause }] : [];
  });
  const rest = causes.length - listed.length;
  if (causes.length === 0) return null;
  return (
    <Panel title={t('fix.title')} note={t('fix.note')}>
      {listed.length > 0 && (
        <ol className={styles.list}>
          {listed.slice(0, isWhole ? undefined : SHOWN).map(item => (
            <li key={item.fix.causeId}>
              <div className={styles.fix}>
                <FixLink cause={item.cause}>
                  {fixTitle(
                    item.cause,
                    titleOfCheck(item.cause.checkIds[0]),
                    t,
                  )}
                </FixLink>
                <span className={styles.gain}>
                  {wordGain(now, item.fix, t)}
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
      {listed.length > SHOWN && !isWhole && (
        <Button size="small" variant="tertiary" onPress={() => setWhole(true)}>
          {t('fix.all', { number: String(listed.length) })}
        </Button>
      )}
      {rest > 0 && (
        <p className={styles.rest}>{t('fix.rest', { count: rest })}</p>
      )}
    </Panel>
  );
}
