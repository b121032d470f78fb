/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { en } from '../en';
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

/** Simplified Chinese labels; the compiler holds them complete. */
const zh: Record<keyof typeof en, string> = {
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
  ...sharedWords('zh'),
};

export default zh;
