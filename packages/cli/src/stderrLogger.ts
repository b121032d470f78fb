/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { JsonObject } from '@backstage/types';
import type { CollectorLogger } from 'backstage-plugin-kubernetes-ha-collector';
import { printable } from './report/printable';

/** Warnings and errors on standard error: standard output is the report's. */
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
      `${level}: ${printable(`${message}${cause && ` (${cause.message})`}`)}\n`,
    );
  };
}
