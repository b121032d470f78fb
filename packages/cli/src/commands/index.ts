/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { recordCommand } from './record';
import type { replayCommand } from './replay';
import type { scanCommand } from './scan';

/** How each command is got hold of. */
export interface Commands {
  scan(): Promise<typeof scanCommand>;
  replay(): Promise<typeof replayCommand>;
  record(): Promise<typeof recordCommand>;
}

/** Loaded when it is asked for: `--help` must not wait for the checks. */
export const lazyCommands: Commands = {
  scan: async () => (await import('./scan')).scanCommand,
  replay: async () => (await import('./replay')).replayCommand,
  record: async () => (await import('./record')).recordCommand,
};
