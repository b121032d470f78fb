/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { JsonObject } from '@backstage/types';

/**
 * Where a source or a connection logs: what a Backstage `LoggerService` is, as
 * far as it is used here, so that the same code runs in a portal, in the CLI
 * and in the lab.
 * @public
 */
export interface CollectorLogger {
  error(message: string, meta?: Error | JsonObject): void;
  warn(message: string, meta?: Error | JsonObject): void;
  info(message: string, meta?: Error | JsonObject): void;
  debug(message: string, meta?: Error | JsonObject): void;
}
