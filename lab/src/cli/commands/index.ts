/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Command } from '../command';
import { build } from './build';
import { down } from './down';
import { fault } from './fault';
import { heal } from './heal';
import { judge } from './judge';
import { kubectl } from './kubectl';
import { record } from './record';
import { soak } from './soak';
import { status } from './status';
import { up } from './up';

/** All commands, in the order in which help shows them. */
export const commands: readonly Command[] = [
  up,
  down,
  status,
  fault,
  heal,
  record,
  kubectl,
  soak,
  judge,
  build,
];
