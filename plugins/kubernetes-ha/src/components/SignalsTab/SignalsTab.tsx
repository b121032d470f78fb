/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSignals } from 'backstage-plugin-kubernetes-ha-common';
import { useSignals } from '../../hooks/useSignals';
import { useWording } from '../../hooks/useWording';
import { LoadingSignals } from '../Loading';
import { MeasurementCharts } from '../MeasurementCharts';
import { PolledView } from '../PolledView';
import { AllSections } from './AllSections';
import { ApiPathView } from './ApiPathView';
import { ApiServersTable } from './ApiServersTable';
import { EtcdView } from './EtcdView';
import { LeasesTable } from './LeasesTable';
import { LoadBalancersView } from './LoadBalancersView';
import { NodesView } from './NodesView';
import { SectionPanel } from './SectionPanel';
import styles from './SignalsTab.module.css';

/** Sections that are shown with their values. Pods are not: there may be very many. */
const shown = [
  'apiServers',
  'etcd',
  'leases',
  'loadBalancers',
  'apiPath',
  'nodes',
  'nodeLeases',
] as const;

/** What was seen of a cluster, from where, and how old it is. @internal */
export function SignalsTab(props: {
  name: string;
  intervalSeconds: number;
  /** See `versionOf`: with another one the signals are asked for again. */
  version: string;
}) {
  const { name, intervalSeconds, version } = props;
  const signals = useSignals(name, shown, intervalSeconds, version);
  return (
    <div className={styles.signals}>
      <PolledView polled={signals} skeleton={<LoadingSignals />}>
        {value => <Sections signals={value} />}
      </PolledView>
      <MeasurementCharts name={name} />
    </div>
  );
}

function Sections(props: { signals: ClusterSignals<(typeof shown)[number]> }) {
  const { sections, outlines, takenAt } = props.signals;
  const { t } = useWording();
  return (
    <>
      <SectionPanel
        title={t('signals.apiServers')}
        signal={sections.apiServers}
        takenAt={takenAt}
      >
        {value => <ApiServersTable instances={value} />}
      </SectionPanel>
      <SectionPanel
        title={t('signals.etcd')}
        signal={sections.etcd}
        takenAt={takenAt}
      >
        {value => <EtcdView etcd={value} />}
      </SectionPanel>
      <SectionPanel
        title={t('signals.leases')}
        signal={sections.leases}
        takenAt={takenAt}
      >
        {(value, observedAt) => (
          <LeasesTable leases={value} observedAt={observedAt} />
        )}
      </SectionPanel>
      <SectionPanel
        title={t('signals.loadBalancers')}
        signal={sections.loadBalancers}
        takenAt={takenAt}
      >
        {value => <LoadBalancersView loadBalancers={value} />}
      </SectionPanel>
      <SectionPanel
        title={t('signals.apiPath')}
        signal={sections.apiPath}
        takenAt={takenAt}
      >
        {value => <ApiPathView path={value} />}
      </SectionPanel>
      <SectionPanel
        title={t('signals.nodes')}
        signal={sections.nodes}
        takenAt={takenAt}
      >
        {value => (
          <NodesView
            nodes={value}
            leases={sections.nodeLeases}
            takenAt={takenAt}
          />
        )}
      </SectionPanel>
      <AllSections outlines={outlines} takenAt={takenAt} />
    </>
  );
}
