/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LabelSelector } from '../snapshot/sections/labelSelector';

/** One condition of a label selector; all of them must hold. */
export interface Requirement {
  key: string;
  operator: string;
  values?: readonly string[];
}

/** Names and values in one sentence; a selector may hold thousands. */
const SHOWN_VALUES = 5;
const SHOWN_LENGTH = 120;

/** The conditions of a selector; none for one that selects everything. */
export function requirementsOf(
  selector: LabelSelector | undefined,
): Requirement[] {
  return [
    ...Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...(selector?.matchExpressions ?? []),
  ];
}

/** Whether a set of labels meets a condition. An operator of a later version is met by nothing. */
export function meets(
  { key, operator, values = [] }: Requirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** Whether a condition asks for a label, so that what nobody has labelled is not chosen. */
export function isOptIn({ operator }: Requirement): boolean {
  return operator !== 'NotIn' && operator !== 'DoesNotExist';
}

/** A condition as kubectl writes it: `app=web`, `zone in (a, b)`, `!ignore`. */
export function requirementText({
  key,
  operator,
  values = [],
}: Requirement): string {
  const shown =
    values.length > SHOWN_VALUES
      ? `${values.slice(0, SHOWN_VALUES).join(', ')}, …`
      : values.join(', ');
  const text = (() => {
    switch (operator) {
      case 'In':
        return values.length === 1 ? `${key}=${shown}` : `${key} in (${shown})`;
      case 'NotIn':
        return `${key} notin (${shown})`;
      case 'Exists':
        return key;
      case 'DoesNotExist':
        return `!${key}`;
      default:
        return `${key} ${operator} (${shown})`;
    }
  })();
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
