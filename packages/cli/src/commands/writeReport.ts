/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { writeFile } from 'node:fs/promises';
import {
  assessSteps,
  ClusterSnapshot,
  Policy,
  runSteps,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  Grade,
  Language,
  Severity,
} from 'backstage-plugin-kubernetes-ha-common';
import { hindrances, wasRead } from '../assessed';
import type { OutputFormat } from '../choices';
import { usageError } from '../errors';
import { ExitCode, exitCodes } from '../exitCodes';
import { gateOf } from '../gate';
import { reportWriters } from '../report';

/** Options of every command that prints an assessment. */
export interface ReportFlags {
  output: OutputFormat;
  file?: string;
  lang: Language;
  minGrade?: Grade;
  failOn?: Severity;
}

/** Wide enough for a sentence, narrow enough to read (proposal). */
const FILE_COLUMNS = 100;

/** Assesses a snapshot, writes the report, and answers the exit code. Errors: CliError `usage` when the file cannot be written. */
export async function writeReport(
  snapshot: ClusterSnapshot,
  policy: Policy,
  flags: ReportFlags,
): Promise<ExitCode> {
  const card = runSteps(assessSteps(snapshot, { policy }));
  const gate = gateOf(card, flags);
  const isAssessed = wasRead(snapshot);
  const isTerminal = flags.file === undefined && process.stdout.isTTY === true;
  const text = reportWriters[flags.output](
    {
      card,
      isAssessed,
      problems: hindrances(snapshot),
      gate,
      language: flags.lang,
    },
    {
      // Source: https://no-color.org (any value that is not empty)
      isColoured: isTerminal && !process.env.NO_COLOR,
      columns: isTerminal ? process.stdout.columns : FILE_COLUMNS,
    },
  );
  await write(text, flags.file);
  if (!isAssessed) return exitCodes.notAssessed;
  return gate.isPassed ? exitCodes.fine : exitCodes.belowRequirement;
}

async function write(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFileOr(file, text);
}

/** Writes a file. Errors: CliError `usage` naming it. */
export async function writeFileOr(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw usageError(
      `${file} cannot be written: ${
        error instanceof Error ? error.message : String(error)
      }. Expected: a file in a folder that exists and may be written to.`,
      error,
    );
  }
}
