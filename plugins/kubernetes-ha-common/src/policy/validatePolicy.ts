/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import type { Check } from '../checks/check';
import { checks as allChecks } from '../checks/registry';
import { Policy, policySchema } from './policy';

/** How a policy is named and what it is checked against. @public */
export interface ValidatePolicyOptions {
  /** The configuration key that holds it, for messages. Default `kubernetesHa.policy`. */
  key?: string;
  /** Default: every check of the product. Give your own too when you add some. */
  checks?: readonly Check[];
  /** Called with a sentence for each name of an earlier version, which is still read. */
  warn?: (sentence: string) => void;
}

/**
 * Reads a policy from configuration and holds it against the checks it speaks
 * of, so that a misspelt name stops the start instead of changing nothing.
 *
 * Refused: keys and values of a wrong shape; ids of checks that do not exist;
 * names of thresholds that a check does not have; numbers that are not finite
 * or negative; a warning bound beyond its failure bound. Two thresholds of a
 * check are such a pair when their names differ only in `warn` and `fail`
 * (`warnAgeDays`, `failAgeDays`); the order of the defaults says which way is
 * worse.
 *
 * Errors: InputError with one line for each problem, naming the key, what it
 * holds and what it may hold.
 * @public
 */
export function validatePolicy(
  policy: unknown,
  options: ValidatePolicyOptions = {},
): Policy {
  const { key = 'kubernetesHa.policy', checks = allChecks, warn } = options;
  const parsed = policySchema.safeParse(policy);
  if (!parsed.success) {
    refuse(
      parsed.error.issues.map(
        ({ path, message }) =>
          `${[key, ...path].join(
            '.',
          )}: ${message}. Expected: thresholds.<check id>.<threshold> as numbers and severities.<check id> as critical, high, medium or low.`,
      ),
    );
  }
  const byId = new Map(checks.map(check => [check.id, check]));
  const valid = withNamesOfToday(parsed.data as Policy, byId, key, warn);
  refuse([
    ...Object.keys(valid.severities)
      .filter(id => !byId.has(id))
      .map(id => unknownCheck(`${key}.severities.${id}`, id, byId)),
    ...Object.entries(valid.thresholds).flatMap(([id, numbers]) => {
      const check = byId.get(id);
      const at = `${key}.thresholds.${id}`;
      if (!check) return [unknownCheck(at, id, byId)];
      const problems = Object.entries(numbers).flatMap(([name, value]) =>
        thresholdProblems(`${at}.${name}`, check, name, value),
      );
      return problems.length > 0 ? problems : orderProblems(at, check, numbers);
    }),
  ]);
  return valid;
}

/** The policy with thresholds under their names of today; each older name is warned of. */
function withNamesOfToday(
  policy: Policy,
  byId: ReadonlyMap<string, Check>,
  key: string,
  warn: ValidatePolicyOptions['warn'],
): Policy {
  const thresholds = Object.entries(policy.thresholds).map(([id, numbers]) => {
    const known = Object.entries(byId.get(id)?.thresholds ?? {});
    const renamed = Object.entries(numbers).map(
      ([name, value]): [string, number] => {
        const [today] =
          known.find(([, { formerly }]) => formerly === name) ?? [];
        // Both names at once: the older one is refused as unknown below.
        if (today === undefined || today in numbers) return [name, value];
        warn?.(
          `${key}.thresholds.${id}.${name} is deprecated. Rename it to ${today}.`,
        );
        return [today, value];
      },
    );
    return [id, Object.fromEntries(renamed)];
  });
  return { ...policy, thresholds: Object.fromEntries(thresholds) };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputError(problems.join('\n'));
}

function unknownCheck(
  key: string,
  id: string,
  byId: ReadonlyMap<string, Check>,
): string {
  return `${key}: there is no check "${id}". Expected one of: ${[...byId.keys()]
    .sort()
    .join(', ')}.`;
}

function thresholdProblems(
  key: string,
  check: Check,
  name: string,
  value: number,
): string[] {
  const names = Object.keys(check.thresholds ?? {});
  if (!names.includes(name)) {
    return [
      names.length > 0
        ? `${key}: the check "${
            check.id
          }" has no threshold "${name}". Expected one of: ${names.join(', ')}.`
        : `${key}: the check "${check.id}" has no thresholds to set. Remove the key.`,
    ];
  }
  if (Number.isFinite(value) && value >= 0) return [];
  const { unit, value: byDefault } = check.thresholds![name];
  return [
    `${key} is ${value}. Expected: a finite number of at least 0, in ${unit}; the default is ${byDefault}.`,
  ];
}

function orderProblems(
  key: string,
  check: Check,
  numbers: Readonly<Record<string, number>>,
): string[] {
  const thresholds = check.thresholds ?? {};
  return Object.keys(thresholds).flatMap(warn => {
    const fail = warn.replace('warn', 'fail').replace('Warn', 'Fail');
    if (fail === warn || !(fail in thresholds)) return [];
    const value = (name: string) => numbers[name] ?? thresholds[name].value;
    const byDefault = thresholds[fail].value - thresholds[warn].value;
    const inForce = value(fail) - value(warn);
    if (byDefault * inForce >= 0) return [];
    const unit = thresholds[warn].unit;
    return [
      `${key}: ${warn} is ${value(warn)} ${unit} and ${fail} is ${value(
        fail,
      )} ${unit}, so the check would fail before it warns. Expected: ${warn} ${
        byDefault > 0 ? 'at most' : 'at least'
      } ${fail}; the defaults are ${thresholds[warn].value} and ${
        thresholds[fail].value
      }.`,
    ];
  });
}
