/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { charts } from './charts';
import { cluster } from './cluster';
import { common } from './common';
import { fixes } from './fixes';
import { connect } from './connect';
import { fleet } from './fleet';
import { history } from './history';
import { links } from './links';
import { replay } from './replay';
import { signals } from './signals';
import { states } from './states';
import { sharedWords } from '../sharedWords';

/** English labels, by key. */
export const en = {
  ...common,
  ...fixes,
  ...fleet,
  ...cluster,
  ...history,
  ...connect,
  ...links,
  ...replay,
  ...signals,
  ...states,
  ...charts,
  ...sharedWords('en'),
} as const;
