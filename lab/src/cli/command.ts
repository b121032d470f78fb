/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One word after `npm run lab --`. */
export interface Command {
  name: string;
  /** As shown after the command's name. */
  usage: string;
  description: string;
  /** Options, one line each. */
  help?: () => string[];
  /** Resolves to the exit code. */
  run(args: string[]): Promise<number>;
}

/** A mistake of the person at the keyboard: shown without a stack. */
export class UsageError extends Error {}

/** As `util.parseArgs`, with errors that name what the command takes. */
export function parseOptions<T extends ParseArgsConfig>(
  command: Command,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(
      `${
        error instanceof Error ? error.message : error
      }\nUsage: npm run lab -- ${command.name} ${command.usage}`,
      { cause: error },
    );
  }
}

/** A whole number from an option, or an error that names the option. */
export function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) {
    throw new UsageError(
      `--${option} is "${value}". Allowed: a whole number, such as 6.`,
    );
  }
  return number;
}

/** A number of bytes such as 64Mi or 2Gi. */
export function byteSize(option: string, value: string): number {
  const [, digits, unit] = /^(\d+)(Ki|Mi|Gi)?$/.exec(value) ?? [];
  const factors: Record<string, number> = {
    Ki: 1024,
    Mi: 1024 ** 2,
    Gi: 1024 ** 3,
  };
  if (!digits) {
    throw new UsageError(
      `--${option} is "${value}". Allowed: bytes, or a number with Ki, Mi or Gi, such as 64Mi.`,
    );
  }
  return Number(digits) * (unit ? factors[unit] : 1);
}

export function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
