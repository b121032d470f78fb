/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// The roles of the table are said again: laid out as blocks on a narrow screen it loses them in some browsers.
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type {
  ClusterOrder,
  ClusterSummary,
  Direction,
} from 'backstage-plugin-kubernetes-ha-common';
import { shownLayers } from '../LayerChain';
import { FleetHeadings } from './FleetHeadings';
import { FleetRow } from './FleetRow';
import styles from './FleetTable.module.css';

/** The clusters, one row each; on a narrow screen one card each. */
export function FleetTable(props: {
  /** Names the table for screen readers. */
  label: string;
  clusters: readonly ClusterSummary[];
  order?: ClusterOrder;
  direction?: Direction;
}) {
  const { label, clusters, order, direction } = props;
  const layers = shownLayers(clusters);
  return (
    <table className={styles.table} role="table" aria-label={label}>
      <thead role="rowgroup">
        <FleetHeadings order={order} direction={direction} />
      </thead>
      <tbody role="rowgroup">
        {clusters.map(cluster => (
          <FleetRow key={cluster.name} cluster={cluster} layers={layers} />
        ))}
      </tbody>
    </table>
  );
}
