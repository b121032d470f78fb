/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  createCollector,
  directConnectionTypes,
  EventReader,
  PageDecoder,
  record,
  writeRecording,
} from 'backstage-plugin-kubernetes-ha-collector';
import { clusterOfConfigFiles } from '../configFile';
import { usageError } from '../errors';
import { ExitCode, exitCodes } from '../exitCodes';
import { stderrLogger } from '../stderrLogger';

/** Options of `record`, as commander gives them. */
export interface RecordFlags {
  config: readonly string[];
  cluster?: string;
  output: string;
  duration: number;
  interval: number;
  title?: string;
  description: string;
  events?: string;
}

/** Records a cluster with the collectors that serve live clusters. Errors: CliError `usage`. */
export async function recordCommand(flags: RecordFlags): Promise<ExitCode> {
  const { config } = await clusterOfConfigFiles(flags.config, flags.cluster);
  if (config.connection.type === 'recorded') {
    throw usageError(
      `The cluster "${config.name}" is itself a recording: ${config.connection.file}. Expected: a live cluster. Copy the file instead.`,
    );
  }
  const events =
    flags.events === undefined ? undefined : EventReader.open(flags.events);
  if (flags.events !== '-') await events?.ended;

  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const decoder = new PageDecoder();
  const { collector, declared } = await createCollector(config, {
    connections: directConnectionTypes,
    sourceDeps: { decoder },
    connectionTypes: new Map(),
    sourceFactories: [],
    logger: stderrLogger,
  });
  try {
    const { header, ticks } = await record({
      collector,
      cluster: declared,
      title: flags.title ?? config.title ?? config.name,
      description: flags.description,
      durationSeconds: flags.duration,
      intervalSeconds: flags.interval,
      stop: stop.signal,
      events: (start, durationMs) => events?.since(start, durationMs) ?? [],
      logger: stderrLogger,
      onCollection: ({ count, atMs, tookMs }) =>
        process.stdout.write(
          `collection ${count} at ${Math.round(
            atMs / 1000,
          )} s took ${tookMs} ms\n`,
        ),
    });
    const bytes = await writeRecording(flags.output, header, ticks);
    process.stdout.write(
      `${flags.output}: ${ticks.length} collections in ${Math.round(
        header.durationMs / 1000,
      )} s, ${Math.round(bytes / 1024)} kB\n`,
    );
    return exitCodes.fine;
  } finally {
    await collector.close();
    await decoder.close();
    // An open standard input would keep the process alive.
    process.stdin.destroy();
  }
}
