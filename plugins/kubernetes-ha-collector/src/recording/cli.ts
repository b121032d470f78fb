/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { resolve } from 'node:path';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import { createCollector } from '../collection/createCollector';
import type { ClusterConfig } from '../config/clusterConfig';
import { directConnectionTypes } from '../connections';
import { readConfig } from '../config/readConfig';
import { PageDecoder } from '../signals/inventory/decoding/pageDecoder';
import { CliOptions, parseCliOptions, usage } from './cliOptions';
import { EventReader } from './events';
import { record } from './recorder';
import { writeRecording } from './recordingFile';
import { stderrLogger } from './stderrLogger';

/** Run by tsx: makes a recording with the collectors that serve live clusters. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return;
  }
  const options = parseCliOptions(args);
  const config = await clusterOf(options);
  const events = options.events ? EventReader.open(options.events) : undefined;
  if (options.events && options.events !== '-') await events?.ended;

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
      title: options.title ?? config.title ?? config.name,
      description: options.description ?? '',
      durationSeconds: options.durationSeconds,
      intervalSeconds: options.intervalSeconds,
      stop: stop.signal,
      events: (start, durationMs) => events?.since(start, durationMs) ?? [],
      logger: stderrLogger,
      onLook: ({ count, atMs, tookMs }) =>
        process.stdout.write(
          `look ${count} at ${Math.round(atMs / 1000)} s took ${tookMs} ms\n`,
        ),
    });
    const bytes = await writeRecording(options.output, header, ticks);
    process.stdout.write(
      `${options.output}: ${ticks.length} looks in ${Math.round(
        header.durationMs / 1000,
      )} s, ${Math.round(bytes / 1024)} kB\n`,
    );
  } finally {
    await collector.close();
    await decoder.close();
    // An open standard input would keep the process alive.
    process.stdin.destroy();
  }
}

async function clusterOf(options: CliOptions): Promise<ClusterConfig> {
  const root = await ConfigSources.toConfig(
    FileConfigSource.create({ path: resolve(options.config) }),
  );
  try {
    const { clusters } = readConfig(root.getOptional('kubernetesHa'), {
      checks,
      customConnectionTypes: [],
    });
    const found = clusters.find(({ name }) => name === options.cluster);
    if (!found) {
      throw new Error(
        `${options.config} has no cluster "${options.cluster}". It has: ${
          clusters.map(({ name }) => name).join(', ') || 'none'
        }.`,
      );
    }
    if (found.connection.type === 'recorded') {
      throw new Error(
        `The cluster "${found.name}" is itself a recording: ${found.connection.file}. Copy the file instead.`,
      );
    }
    if (found.connection.type === 'kubernetesPlugin') {
      throw new Error(
        `The cluster "${found.name}" is reached through the Kubernetes plugin of a running portal, which the recorder is not part of. Give it a connection of type kubeconfig or serviceAccount.`,
      );
    }
    return found;
  } finally {
    root.close();
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
