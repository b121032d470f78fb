/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFile } from 'node:fs/promises';
import {
  ClusterSnapshot,
  clusterSnapshotSchema,
  defaultPolicy,
} from 'backstage-plugin-kubernetes-ha-common';
import { usageError } from '../errors';
import type { ExitCode } from '../exitCodes';
import { ReportFlags, writeReport } from './writeReport';

/** Assesses a snapshot from a file, at the time that it was taken. Errors: CliError `usage`. */
export async function replayCommand(
  file: string,
  flags: ReportFlags,
): Promise<ExitCode> {
  return writeReport(await snapshotOf(file), defaultPolicy, flags);
}

async function snapshotOf(file: string): Promise<ClusterSnapshot> {
  const expected =
    'Expected: a snapshot as "kubernetes-ha scan --snapshot" writes it, or as GET /api/kubernetes-ha/v1/clusters/<name>/snapshot answers.';
  let written: unknown;
  try {
    written = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw usageError(
      `${file} cannot be read as JSON: ${
        error instanceof Error ? error.message : String(error)
      }. ${expected}`,
      error,
    );
  }
  const parsed = clusterSnapshotSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw usageError(
    `${file} is no snapshot: ${message} at ${
      path.join('.') || 'its top level'
    }. ${expected}`,
  );
}
