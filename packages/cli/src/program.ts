/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Command, Option } from 'commander';
import { tierChoices } from './choices';
import type { Commands } from './commands';
import type { ExitCode } from './exitCodes';
import {
  namedAddress,
  repeated,
  reportOptions,
  wholeNumber,
} from './optionValues';

const EXIT_CODES = `
Exit codes:
  0  assessed, and nothing that was asked for stands against it
  1  assessed: below --min-grade, or a check failed that --fail-on names
  2  wrong options or configuration
  3  not assessed: nothing of the cluster could be read`;

/** The command line. `ended` is told the exit code of the command that ran. */
export function createProgram(
  commands: Commands,
  ended: (code: ExitCode) => void,
): Command {
  const program = new Command('kubernetes-ha')
    .description('How highly available is this Kubernetes cluster?')
    .showHelpAfterError('(kubernetes-ha --help says more)')
    .exitOverride();

  const scan = program
    .command('scan')
    .description(
      'read a cluster, print its scorecard and what limits it, and compare it with what is required',
    )
    .option(
      '--kubeconfig <file>',
      'kubeconfig of the reader (default: $KUBECONFIG, then ~/.kube/config, then the ServiceAccount of the pod)',
    )
    .option('--context <name>', 'context in it (default: its current-context)')
    .option('--name <name>', 'name of the cluster in the report')
    .option(
      '--etcd-endpoint <url>',
      'client URL of an etcd member; may be repeated',
      repeated,
    )
    .option('--etcd-ca <file>', 'CA of etcd, PEM')
    .option('--etcd-cert <file>', 'client certificate for etcd, PEM')
    .option('--etcd-key <file>', 'its private key, PEM')
    .option(
      '--haproxy <name=url>',
      'statistics page of an HAProxy instance; may be repeated. Credentials: $KUBERNETES_HA_HAPROXY_USERNAME and $KUBERNETES_HA_HAPROXY_PASSWORD',
      namedAddress,
    )
    .addOption(
      new Option('--tier <tier>', 'how much depends on the cluster')
        .choices(tierChoices)
        .default('production'),
    )
    .option(
      '--config <file>',
      'app-config file with kubernetesHa.clusters, in place of the options above; may be repeated, later ones win',
      repeated,
    )
    .option(
      '--cluster <name>',
      'which of its clusters (default: the only one)',
    );
  for (const option of reportOptions()) scan.addOption(option);
  scan
    .option(
      '--samples <number>',
      'collections of the control plane; checks of counters compare the last two',
      wholeNumber(1, 100),
      2,
    )
    .option(
      '--interval <seconds>',
      'time between two of them',
      wholeNumber(1, 600),
      5,
    )
    .option(
      '--timeout <seconds>',
      'longest time of the whole scan; what was not read by then is unknown',
      wholeNumber(1, 3600),
      60,
    )
    .option(
      '--snapshot <file>',
      'also write what was seen to a file, for replay',
    )
    .addHelpText('after', EXIT_CODES)
    .action(async options => {
      const run = await commands.scan();
      ended(await run(options));
    });

  const replay = program
    .command('replay')
    .description(
      'assess a snapshot: of "scan --snapshot", or of the API of a portal',
    )
    .argument('<snapshot>', 'file with a snapshot as JSON');
  for (const option of reportOptions()) replay.addOption(option);
  replay.addHelpText('after', EXIT_CODES).action(async (file, options) => {
    const run = await commands.replay();
    ended(await run(file, options));
  });

  program
    .command('record')
    .description(
      'record what is seen of a cluster for a while. Ctrl-C ends it early and writes what was seen; SIGTERM writes nothing',
    )
    .requiredOption(
      '--config <file>',
      'app-config file with kubernetesHa.clusters; may be repeated',
      repeated,
    )
    .option('--cluster <name>', 'which of its clusters (default: the only one)')
    .requiredOption(
      '--output <file>',
      'the recording to write (brotli-compressed JSON lines)',
    )
    .option(
      '--duration <seconds>',
      'length of the recording',
      wholeNumber(1, 86_400),
      600,
    )
    .option(
      '--interval <seconds>',
      'time between two collections',
      wholeNumber(1, 86_400),
      10,
    )
    .option('--title <text>', 'shown with it (default: title of the cluster)')
    .option('--description <text>', 'what is to be seen in it', '')
    .option(
      '--events <file>',
      'what is done to the cluster meanwhile, as JSON lines {"kind":"fault"|"heal"|"note","title":"…","at":"…"}; - reads them from standard input as they happen',
    )
    .action(async options => {
      const run = await commands.record();
      ended(await run(options));
    });

  return program;
}
