/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName } from '../snapshot/clusterSnapshot';
import { apiserverRequestP99 } from './apiserverRequestP99';
import { apiserverRequestRate } from './apiserverRequestRate';
import { etcdDbQuota } from './etcdDbQuota';
import { etcdDbSize } from './etcdDbSize';
import { etcdCommitP99, etcdFsyncP99 } from './etcdDiskLatency';
import { etcdRaftTerm } from './etcdRaftTerm';
import type { Measure } from './measure';
import { nodesReady, nodesTotal } from './nodesReady';

/** A measure of any section: what it reads fits what it is given, which the runner sees to. @public */
export type AnyMeasure = { [S in SectionName]: Measure<S> }[SectionName];

/** Everything that is measured over time, in the order on screen. @public */
export const measures: readonly AnyMeasure[] = [
  etcdDbSize,
  etcdDbQuota,
  etcdFsyncP99,
  etcdCommitP99,
  etcdRaftTerm,
  apiserverRequestP99,
  apiserverRequestRate,
  nodesReady,
  nodesTotal,
];
