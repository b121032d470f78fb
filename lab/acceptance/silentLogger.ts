/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CollectorLogger } from 'backstage-plugin-kubernetes-ha-collector';

/** Keeps warnings and errors, which are about our own code, and drops the rest. */
export const silentLogger: CollectorLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: message => console.warn(message),
  error: message => console.error(message),
};
