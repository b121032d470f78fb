/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFile } from 'node:fs/promises';
import { isError } from '@backstage/errors';
import {
  ClusterSnapshot,
  defaultPolicy,
  readSnapshot,
} from 'backstage-plugin-kubernetes-ha-common';
import { usageError } from '../errors';
import type { ExitCode } from '../exitCodes';
import { ReportFlags, writeReport } from './writeReport';

const WHERE_FROM =
  '"kubernetes-ha scan --snapshot" writes one, and GET /api/kubernetes-ha/v1/clusters/<name>/snapshot of a portal answers one.';

/** Assesses a snapshot from a file, at the time that it was taken. Errors: CliError `usage`. */
export async function replayCommand(
  file: string,
  flags: ReportFlags,
): Promise<ExitCode> {
  return writeReport(await snapshotOf(file), defaultPolicy, flags);
}

async function snapshotOf(file: string): Promise<ClusterSnapshot> {
  let written: unknown;
  try {
    written = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw usageError(
      `${file} cannot be read as JSON: ${
        error instanceof Error ? error.message : String(error)
      }. Expected: a snapshot. ${WHERE_FROM}`,
      error,
    );
  }
  try {
    return readSnapshot(written);
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') throw error;
    throw usageError(`${file}: ${error.message} ${WHERE_FROM}`, error);
  }
}
