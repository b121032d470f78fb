/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSnapshot } from 'backstage-plugin-kubernetes-ha-common';
import { useCurrentSnapshot } from '../../hooks/useCurrentSnapshot';
import { useWording } from '../../hooks/useWording';
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

/** What was seen of a cluster, from where, and how old it is. @internal */
export function SignalsTab(props: { name: string; intervalSeconds: number }) {
  const snapshot = useCurrentSnapshot(props.name, props.intervalSeconds);
  return (
    <div className={styles.signals}>
      <PolledView polled={snapshot} rows={12}>
        {value => <Sections snapshot={value} />}
      </PolledView>
    </div>
  );
}

function Sections(props: { snapshot: ClusterSnapshot }) {
  const { sections, takenAt } = props.snapshot;
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
        {value => <LeasesTable leases={value} />}
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
        {value => <NodesView nodes={value} leases={sections.nodeLeases} />}
      </SectionPanel>
      <AllSections sections={sections} />
    </>
  );
}
