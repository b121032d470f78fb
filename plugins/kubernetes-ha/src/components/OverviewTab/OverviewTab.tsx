/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import { useFindings } from '../../hooks/useFindings';
import { useScorecard } from '../../hooks/useScorecard';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { ArithmeticPanel } from '../ArithmeticPanel';
import { FindingsPanel } from '../FindingsPanel';
import { LayerChain } from '../LayerChain';
import { OtherResults } from '../OtherResults';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { ProvisionalNotice } from '../ProvisionalNotice';
import { ScoreHistory } from '../ScoreHistory';
import styles from './OverviewTab.module.css';

/** How a cluster stands: the chain of layers, why, and what to do. @internal */
export function OverviewTab(props: {
  cluster: ClusterSummary;
  intervalSeconds: number;
}) {
  const { cluster, intervalSeconds } = props;
  const { t } = useWording();
  const url = useUrlState();
  const scorecard = useScorecard(cluster.name, intervalSeconds);
  const findings = useFindings(cluster.name, intervalSeconds);

  if (cluster.observation.state === 'pending' && !scorecard.value) {
    return (
      <Panel title={t('cluster.pendingTitle')}>
        {t('cluster.pendingHint')}
      </Panel>
    );
  }
  return (
    <div className={styles.overview}>
      <PolledView polled={scorecard} rows={5}>
        {card => (
          <>
            <LayerChain scorecard={card} />
            {card.provisional && <ProvisionalNotice scorecard={card} />}
            {url.get('arithmetic') === 'open' && (
              <ArithmeticPanel scorecard={card} />
            )}
          </>
        )}
      </PolledView>
      <Panel
        title={t('findings.title')}
        note={
          findings.value &&
          t('findings.count', {
            fail: String(cluster.openFindings.fail),
            warn: String(cluster.openFindings.warn),
            unknown: String(cluster.openFindings.unknown),
          })
        }
      >
        <PolledView polled={findings} rows={5}>
          {page => <FindingsPanel findings={page.items} />}
        </PolledView>
      </Panel>
      {scorecard.value && <OtherResults results={scorecard.value.results} />}
      <ScoreHistory name={cluster.name} intervalSeconds={intervalSeconds} />
    </div>
  );
}
