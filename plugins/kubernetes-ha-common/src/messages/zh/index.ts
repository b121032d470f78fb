/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TranslationOf } from '../types';
import type { en } from '../en';
import { apiServer } from './apiServer';
import { common } from './common';
import { etcd } from './etcd';
import { etcdMembership } from './etcdMembership';
import { etcdStorage } from './etcdStorage';
import { leaders } from './leaders';
import { loadBalancer } from './loadBalancer';
import { loadBalancerServers } from './loadBalancerServers';
import { network } from './network';
import { nodes } from './nodes';
import { topology } from './topology';
import { webhooks } from './webhooks';
import { workloads } from './workloads';

/** Every sentence in Simplified Chinese. @public */
export const zh: TranslationOf<typeof en> = {
  ...common,
  ...apiServer,
  ...etcd,
  ...etcdMembership,
  ...etcdStorage,
  ...leaders,
  ...nodes,
  ...network,
  ...loadBalancer,
  ...loadBalancerServers,
  ...topology,
  ...webhooks,
  ...workloads,
};
