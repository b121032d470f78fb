/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  checkConnectionConfig,
  createCollector,
  CreatedCollector,
  directConnectionTypes,
  PageDecoder,
} from 'backstage-plugin-kubernetes-ha-collector';
import type { SourceProblem } from 'backstage-plugin-kubernetes-ha-common';
import { hindrances, wasRead } from '../assessed';
import { clusterOfConfigFiles, ConfiguredCluster } from '../configFile';
import { usageError } from '../errors';
import { ExitCode, exitCodes } from '../exitCodes';
import { Progress } from '../progress';
import { ClusterFlags, clusterOfFlags } from '../scan/clusterOfFlags';
import { machineFiles } from '../scan/kubeconfigRules';
import { takeSnapshot } from '../scan/takeSnapshot';
import { stderrLogger } from '../stderrLogger';
import { ReportFlags, writeFileOr, writeReport } from './writeReport';

/** Options of `scan`, as commander gives them. */
export interface ScanFlags extends ClusterFlags, ReportFlags {
  config?: readonly string[];
  cluster?: string;
  samples: number;
  interval: number;
  timeout: number;
  snapshot?: string;
}

/**
 * Reads a cluster, reports, and answers the exit code. Errors: CliError for
 * what cannot be used; a cluster that does not answer is an exit code.
 */
export async function scanCommand(flags: ScanFlags): Promise<ExitCode> {
  const { config, policy } = await clusterOf(flags);
  const decoder = new PageDecoder();
  const { collector, declared } = await created(config, decoder);
  const progress = new Progress(process.stderr);
  const interrupted = new AbortController();
  const onInterrupt = () => interrupted.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const { snapshot } = await takeSnapshot({
      collector,
      declared,
      samples: flags.samples,
      intervalSeconds: flags.interval,
      signal: AbortSignal.any([
        interrupted.signal,
        AbortSignal.timeout(flags.timeout * 1000),
      ]),
      logger: stderrLogger,
      onSample: number =>
        progress.show(
          `${config.name}: collection ${number} of ${flags.samples}`,
        ),
    });
    progress.end();
    if (interrupted.signal.aborted) return exitCodes.interrupted;
    if (flags.snapshot !== undefined) {
      await writeFileOr(flags.snapshot, `${JSON.stringify(snapshot)}\n`);
    }
    if (!wasRead(snapshot)) {
      process.stderr.write(notReadSentence(config, hindrances(snapshot)));
    }
    return await writeReport(snapshot, policy, flags);
  } finally {
    progress.end();
    process.off('SIGINT', onInterrupt);
    await collector.close();
    await decoder.close();
  }
}

async function clusterOf(flags: ScanFlags): Promise<ConfiguredCluster> {
  if (!flags.config) {
    if (flags.cluster !== undefined) {
      throw usageError(
        '--cluster is given without --config. Expected: the file that has the cluster. Add --config FILE, or use --context for a context of the kubeconfig.',
      );
    }
    return clusterOfFlags(flags, process.env, machineFiles());
  }
  const others = [
    flags.kubeconfig !== undefined && '--kubeconfig',
    flags.context !== undefined && '--context',
    flags.name !== undefined && '--name',
    flags.etcdEndpoint && '--etcd-endpoint',
    flags.haproxy && '--haproxy',
  ].filter(option => Boolean(option));
  if (others.length > 0) {
    throw usageError(
      `--config is given together with ${others.join(
        ', ',
      )}. Expected: the cluster described in one place. Leave out one of the two.`,
    );
  }
  return clusterOfConfigFiles(flags.config, flags.cluster);
}

/** Errors: CliError `usage` for a connection that can never work. */
async function created(
  config: ConfiguredCluster['config'],
  decoder: PageDecoder,
): Promise<CreatedCollector> {
  if (config.connection.type !== 'recorded') {
    const { problems, warnings } = await checkConnectionConfig(
      config,
      directConnectionTypes,
    );
    if (problems.length > 0) throw usageError(problems.join('\n'));
    for (const warning of warnings) stderrLogger.warn(warning);
  }
  try {
    return await createCollector(config, {
      connections: directConnectionTypes,
      sourceDeps: { decoder },
      connectionTypes: new Map(),
      sourceFactories: [],
      logger: stderrLogger,
    });
  } catch (error) {
    throw usageError(
      error instanceof Error ? error.message : String(error),
      error,
    );
  }
}

/** What was observed, what is expected, what to do. */
function notReadSentence(
  { name, connection }: ConfiguredCluster['config'],
  problems: readonly SourceProblem[],
): string {
  const [first] = problems;
  const observed = first
    ? `${first.reason}: ${first.detail}`
    : 'no source had an answer';
  const what =
    first && ['unauthorised', 'forbidden'].includes(first.reason)
      ? 'Give the reader its rights (docs/connect-a-cluster.md)'
      : 'Check address, network and certificates, for example with "kubectl version"';
  return `The cluster "${name}" (connection ${connection.type}) could not be assessed. Observed: ${observed}. Expected: an answer of its API. ${what}, and scan again.\n`;
}
