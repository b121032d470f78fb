/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { execFile } from 'node:child_process';
import path from 'node:path';
import type {
  Scorecard,
  SourceProblem,
} from 'backstage-plugin-kubernetes-ha-common';

const command = path.resolve(__dirname, '../../packages/cli/bin/kubernetes-ha');

/** What `--output json` holds, as far as these tests read it. */
export interface ScanReport {
  assessed: boolean;
  scorecard: Scorecard | null;
  findings: { checkId: string; status: string; observed: string }[];
  problems: SourceProblem[];
}

/** How a run of the command line ended. */
export interface Run {
  code: number;
  stdout: string;
  stderr: string;
  seconds: number;
}

/** Runs `kubernetes-ha` as a person would, in a process of its own. */
export function runCommand(...args: string[]): Promise<Run> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [command, ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') {
          reject(error);
          return;
        }
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          stdout,
          stderr,
          seconds: (performance.now() - began) / 1000,
        });
      },
    );
  });
}

/** The report of a run that was asked for JSON. Errors: Error with what the command said instead. */
export function reportOf({ code, stdout, stderr }: Run): ScanReport {
  try {
    return JSON.parse(stdout);
  } catch (error) {
    throw new Error(`exit code ${code}, no report: ${stdout}${stderr}`, {
      cause: error,
    });
  }
}
