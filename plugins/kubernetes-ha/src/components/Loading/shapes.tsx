/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Skeleton } from '@backstage/ui';
import { Boxes, Lines, Loading, LoadingPanel } from './Loading';
import styles from './Loading.module.css';

/** The totals of the fleet. @internal */
export function LoadingTiles() {
  return (
    <Loading>
      <Boxes count={3} height="8.5rem" min="16rem" />
    </Loading>
  );
}

/** The table of the fleet. @internal */
export function LoadingFleet() {
  return (
    <Loading>
      <Lines count={8} height="4.25rem" />
    </Loading>
  );
}

function Overview() {
  return (
    <>
      <LoadingPanel>
        <Boxes count={7} height="6.5rem" min="8rem" />
        <Lines count={2} />
      </LoadingPanel>
      <LoadingPanel>
        <Lines count={8} height="3.5rem" />
      </LoadingPanel>
    </>
  );
}

/** The overview of a cluster: chain and findings. @internal */
export function LoadingOverview() {
  return (
    <Loading>
      <Overview />
    </Loading>
  );
}

function Signals() {
  return (
    <>
      <LoadingPanel>
        <Lines count={4} height="3rem" />
      </LoadingPanel>
      <LoadingPanel>
        <Lines count={4} height="3rem" />
      </LoadingPanel>
    </>
  );
}

/** The signals of a cluster, or what is connected of it: tables. @internal */
export function LoadingSignals() {
  return (
    <div className={styles.page}>
      <Loading>
        <Signals />
      </Loading>
    </div>
  );
}

/** A cluster: grade and name, the tabs, and one of its views. @internal */
export function LoadingCluster(props: { view: string }) {
  return (
    <div className={styles.page}>
      <Loading>
        <div className={styles.header}>
          <Skeleton width="3.5rem" height="3.5rem" rounded />
          <Skeleton width="20rem" height="3rem" />
        </div>
        <Skeleton width="16rem" height="2rem" />
        {props.view === 'overview' ? <Overview /> : <Signals />}
      </Loading>
    </div>
  );
}
