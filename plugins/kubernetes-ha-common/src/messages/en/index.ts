/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { apiServer } from './apiServer';
import { bounds } from './bounds';
import { common } from './common';
import { connectionFix } from './connectionFix';
import { details } from './details';
import { connect } from './connect';
import { errors } from './errors';
import { etcd } from './etcd';
import { etcdMembership } from './etcdMembership';
import { etcdStorage } from './etcdStorage';
import { fleet } from './fleet';
import { leaders } from './leaders';
import { loadBalancer } from './loadBalancer';
import { loadBalancerServers } from './loadBalancerServers';
import { network } from './network';
import { nextLoss } from './nextLoss';
import { nodes } from './nodes';
import { replay } from './replay';
import { topology } from './topology';
import { units } from './units';
import { webhooks } from './webhooks';
import { workloads } from './workloads';

/** Every sentence in English. The codes and parameters of all languages follow from here. @public */
export const en = {
  ...common,
  ...connect,
  ...connectionFix,
  ...apiServer,
  ...bounds,
  ...details,
  ...errors,
  ...etcd,
  ...etcdMembership,
  ...etcdStorage,
  ...fleet,
  ...leaders,
  ...nextLoss,
  ...nodes,
  ...network,
  ...loadBalancer,
  ...loadBalancerServers,
  ...replay,
  ...topology,
  ...units,
  ...webhooks,
  ...workloads,
} as const;
