/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { startLab } from '../../lab';
import { profileByName, profiles } from '../../profiles';
import { type Command, parseOptions, print, UsageError } from '../command';

/** One start, as the summary tells of it. */
interface Round {
  seconds: number;
  /** Why it failed; undefined when the lab came up, was healthy and went. */
  failure?: string;
}

export const soak: Command = {
  name: 'soak',
  usage: '[COUNT] [--profile NAME]',
  description:
    'start a lab and take it down, COUNT times in a row (default 20), and count what failed',
  help: () => [
    '--profile  default ha-3az; one of',
    ...profiles.map(({ name }) => `  ${name}`),
    '',
    'The exit code is 0 only if no start failed.',
  ],

  async run(args) {
    const { values, positionals } = parseOptions(soak, {
      args,
      options: { profile: { type: 'string' } },
      allowPositionals: true,
    });
    const [count = '20', ...rest] = positionals;
    if (rest.length > 0) {
      throw new UsageError(`"${rest[0]}" is one word too many.`);
    }
    const wanted = Number(count);
    if (!Number.isSafeInteger(wanted) || wanted < 1) {
      throw new UsageError(
        `COUNT is "${count}". Allowed: a whole number above zero, such as 20.`,
      );
    }
    const { name: profile } = profileByName(values.profile ?? 'ha-3az');
    const rounds: Round[] = [];
    while (rounds.length < wanted) {
      const round = await startAndStop(profile);
      rounds.push(round);
      print(
        `${rounds.length} of ${wanted}: ${
          round.failure ?? `healthy after ${round.seconds.toFixed(1)} s`
        }`,
      );
    }
    return summary(rounds);
  },
};

async function startAndStop(profile: string): Promise<Round> {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  try {
    const lab = await startLab({ name: 'soak', profile });
    const upAfter = seconds();
    try {
      const missing = await lab.unhealthy();
      return missing.length === 0
        ? { seconds: upAfter }
        : {
            seconds: upAfter,
            failure: `ready, but then ${missing.join('; ')}`,
          };
    } finally {
      await lab.down();
    }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { seconds: seconds(), failure };
  }
}

function summary(rounds: readonly Round[]): number {
  const failed = rounds.flatMap(({ failure }, index) =>
    failure === undefined ? [] : [`  ${index + 1}: ${failure}`],
  );
  const times = rounds
    .filter(({ failure }) => failure === undefined)
    .map(({ seconds }) => seconds)
    .sort((a, b) => a - b);
  const at = (share: number) =>
    times.at(Math.round((times.length - 1) * share))?.toFixed(1);
  print(
    '',
    ...(times.length > 0
      ? [`fastest ${at(0)} s, median ${at(0.5)} s, slowest ${at(1)} s`]
      : []),
    ...(failed.length > 0 ? ['Failed:', ...failed] : []),
    `${rounds.length - failed.length} started, ${failed.length} failed`,
  );
  return failed.length > 0 ? 1 : 0;
}
