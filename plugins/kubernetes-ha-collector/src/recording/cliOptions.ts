/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseArgs } from 'node:util';

/** What the recorder is told on its command line. */
export interface CliOptions {
  config: string;
  cluster: string;
  output: string;
  durationSeconds: number;
  intervalSeconds: number;
  title?: string;
  description?: string;
  events?: string;
}

export const usage = `Records what the collectors see of a cluster.

  --config FILE        app-config file with kubernetesHa.clusters
  --cluster NAME       which of its clusters
  --output FILE        the recording to write (brotli-compressed JSON lines)
  --duration SECONDS   600 unless told
  --interval SECONDS   between two looks, 10 unless told
  --title TEXT         the cluster's title unless told
  --description TEXT   what is to be seen in it
  --events FILE|-      what is done to the cluster meanwhile, as JSON lines
                       {"kind":"fault"|"heal"|"note","title":"…","at":"…"};
                       - reads them from standard input as they happen

Ctrl-C ends the recording early and writes what was seen; SIGTERM writes nothing.
`;

/** Errors: Error with a sentence for what cannot be used. */
export function parseCliOptions(args: readonly string[]): CliOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      cluster: { type: 'string' },
      output: { type: 'string' },
      duration: { type: 'string', default: '600' },
      interval: { type: 'string', default: '10' },
      title: { type: 'string' },
      description: { type: 'string' },
      events: { type: 'string' },
    },
  });
  return {
    config: required('config', values.config),
    cluster: required('cluster', values.cluster),
    output: required('output', values.output),
    durationSeconds: seconds('duration', values.duration),
    intervalSeconds: seconds('interval', values.interval),
    title: values.title,
    description: values.description,
    events: values.events,
  };
}

function required(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new Error(`--${name} is missing.\n\n${usage}`);
}

function seconds(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 86_400) return value;
  throw new Error(
    `--${name} ${text}: expected a whole number of seconds from 1 to 86400.`,
  );
}
