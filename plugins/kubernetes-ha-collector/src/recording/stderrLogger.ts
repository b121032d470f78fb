/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { JsonObject } from '@backstage/types';
import type { CollectorLogger } from '../contracts';

/** Log lines of the recorder on standard error, warnings and errors only: standard output tells its progress. */
export const stderrLogger: CollectorLogger = {
  error: line('error'),
  warn: line('warning'),
  info: () => {},
  debug: () => {},
};

function line(level: string) {
  return (message: string, meta?: Error | JsonObject) => {
    const cause = meta instanceof Error && meta.message !== message ? meta : '';
    process.stderr.write(
      `${level}: ${message}${cause && ` (${cause.message})`}\n`,
    );
  };
}
