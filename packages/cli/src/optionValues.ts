/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InvalidArgumentError, Option } from 'commander';
import {
  gradeChoices,
  languageChoices,
  outputChoices,
  severityChoices,
} from './choices';

/** A parser of a whole number of at least `least`, and at most `most`. */
export function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `Expected: a whole number from ${least} to ${most}.`,
    );
  };
}

/** Adds one more of an option that may be repeated. */
export function repeated(
  text: string,
  before: readonly string[] | undefined,
): string[] {
  return [...(before ?? []), text];
}

/** An HAProxy instance: a name, and the address of its statistics page. */
export interface NamedAddress {
  name: string;
  url: string;
}

/** Adds one more `name=url`. */
export function namedAddress(
  text: string,
  before: readonly NamedAddress[] | undefined,
): NamedAddress[] {
  const [, name, url] = /^([^=]+)=(https?:\/\/.+)$/.exec(text) ?? [];
  if (!name || !url) {
    throw new InvalidArgumentError(
      'Expected: a name and the address of the statistics page, such as lb-a=http://10.0.1.5:8404/stats.',
    );
  }
  return [...(before ?? []), { name, url }];
}

/** Options of every command that prints an assessment. */
export const reportOptions = (): Option[] => [
  new Option('-o, --output <format>', 'form of the report')
    .choices(outputChoices)
    .default('table'),
  new Option(
    '-f, --file <file>',
    'write the report to a file instead of standard output',
  ),
  new Option('--lang <language>', 'language of the report')
    .choices(languageChoices)
    .default('en'),
  new Option(
    '--min-grade <grade>',
    'exit with 1 when the grade is below this one',
  ).choices(gradeChoices),
  new Option(
    '--fail-on <severity>',
    'exit with 1 when a check of this severity or a higher one fails',
  ).choices(severityChoices),
];
