/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchReader } from './reader';

const SECONDS = 5;

/** The control: how long an event loop stands still on this machine when it has nothing to do. */
export const idle: BenchReader = {
  prepare: async () => ({
    read: async () => {
      await sleep(SECONDS * 1000);
      return undefined;
    },
    close: async () => {},
  }),
};
