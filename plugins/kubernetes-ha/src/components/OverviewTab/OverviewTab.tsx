/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect } from 'react';
import type {
  ClusterSummary,
  Finding,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { reasonOf } from '../../api/reasonOf';
import { versionOf } from '../../hooks/useCluster';
import { useFindings } from '../../hooks/useFindings';
import type { Polled } from '../../hooks/usePolled';
import { useScorecard } from '../../hooks/useScorecard';
import { useWording } from '../../hooks/useWording';
import { wordCounts } from '../../hooks/wordCounts';
import { useUrlState } from '../../routing/useUrlState';
import { ArithmeticPanel } from '../ArithmeticPanel';
import { FindingsPanel } from '../FindingsPanel';
import { Headline } from '../Headline';
import { FixList } from '../FixList';
import { LayerChain } from '../LayerChain';
import { LoadingOverview } from '../Loading';
import { OtherResults } from '../OtherResults';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { ProvisionalNotice } from '../ProvisionalNotice';
import { ScoreHistory } from '../ScoreHistory';
import styles from './OverviewTab.module.css';

interface OverviewProps {
  cluster: ClusterSummary;
  intervalSeconds: number;
  /** Told when the scorecard gives another score than the summary: one of them is older. */
  onMismatch: () => void;
}

/** How a cluster stands: the chain of layers, why, and what to do. @internal */
export function OverviewTab(props: OverviewProps) {
  const { cluster, intervalSeconds, onMismatch } = props;
  const { t } = useWording();
  const scorecard = useScorecard(
    cluster.name,
    intervalSeconds,
    versionOf(cluster),
  );
  const { value: card, error } = scorecard;
  const assessed = cluster.score;
  useEffect(() => {
    if (card && card.score !== assessed) onMismatch();
  }, [card, assessed, onMismatch]);

  // The cluster is there, for its summary is: what is missing is the first assessment.
  const isUnassessed = error && reasonOf(error).name === 'NotFoundError';
  if (!card && (cluster.observation.state === 'pending' || isUnassessed)) {
    return (
      <Panel title={t('cluster.pendingTitle')}>
        {t('cluster.pendingHint')}
      </Panel>
    );
  }
  return <Assessed {...props} scorecard={scorecard} />;
}

function Assessed(props: OverviewProps & { scorecard: Polled<Scorecard> }) {
  const { cluster, intervalSeconds, scorecard } = props;
  const { t } = useWording();
  const url = useUrlState();
  const version = versionOf(cluster);
  const findings = useFindings(cluster.name, intervalSeconds, version);
  // All at once, so that nothing moves that has been shown.
  if (scorecard.loading || findings.loading) return <LoadingOverview />;
  const countOf = (status: Finding['status']) =>
    findings.value?.items.filter(item => item.status === status).length ?? 0;
  return (
    <div className={styles.overview}>
      <PolledView polled={scorecard} rows={5}>
        {card => (
          <>
            <Headline scorecard={card} />
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
          // Counted here and not in the summary, which is from another moment.
          wordCounts(
            {
              fail: countOf('fail'),
              warn: countOf('warn'),
              unknown: countOf('unknown'),
            },
            t,
          )
        }
      >
        <PolledView polled={findings} rows={5}>
          {page => (
            <FindingsPanel
              cluster={cluster.name}
              links={cluster.links}
              findings={page.items}
              causes={scorecard.value?.causes}
              fixes={scorecard.value?.fixes}
            />
          )}
        </PolledView>
      </Panel>
      {scorecard.value && (
        <FixList
          now={scorecard.value}
          causes={scorecard.value.causes}
          fixes={scorecard.value.fixes}
        />
      )}
      {scorecard.value && <OtherResults results={scorecard.value.results} />}
      <ScoreHistory cluster={cluster} intervalSeconds={intervalSeconds} />
    </div>
  );
}
