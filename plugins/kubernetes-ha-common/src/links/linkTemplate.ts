/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Layer } from '../checks/layers';

/**
 * A link out of the portal, to a dashboard or to logs: an address with
 * placeholders (`{{cluster}}`) that a finding fills in.
 * @public
 */
export interface LinkTemplate {
  title: string;
  /** http or https. */
  url: string;
  /** Only for findings of these layers. */
  layers?: readonly Layer[];
  /** Only for findings of these checks. */
  checks?: readonly string[];
}

/**
 * What an address may be filled in with.
 *
 * - `cluster`: its name in configuration
 * - `node`, `member`: the machine, node or etcd member that the finding names
 * - `layer`, `checkId`: of the finding
 * - `from`, `to`: a quarter of an hour before it began, and its end or now; milliseconds since the epoch, as Grafana takes them
 * - `fromIso`, `toIso`: the same as ISO 8601
 * @public
 */
export const linkPlaceholders = [
  'cluster',
  'node',
  'member',
  'layer',
  'checkId',
  'from',
  'to',
  'fromIso',
  'toIso',
] as const;

/** See {@link linkPlaceholders}. @public */
export type LinkPlaceholder = (typeof linkPlaceholders)[number];

/** What a finding fills in; a link that needs what is missing is not shown. @public */
export type LinkValues = Readonly<Partial<Record<LinkPlaceholder, string>>>;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

function isPlaceholder(name: string): name is LinkPlaceholder {
  return linkPlaceholders.some(known => known === name);
}

/** The placeholders in an address, as they are written. @public */
export function placeholdersOf(url: string): string[] {
  return [...url.matchAll(PLACEHOLDER)].map(([, name]) => name);
}

/**
 * What is allowed in place of an address that is not, in words; nothing for one
 * that is. It must be http or https, with placeholders that exist, and before
 * its path only `{{cluster}}`, because the names of nodes and members come from
 * the cluster itself.
 * @public
 */
export function linkTemplateProblem(url: string): string | undefined {
  const unknown = placeholdersOf(url).find(name => !isPlaceholder(name));
  if (unknown !== undefined) {
    return `the placeholder {{${unknown}}} does not exist; there are ${linkPlaceholders
      .map(name => `{{${name}}}`)
      .join(', ')}`;
  }
  if (/\{\{|\}\}/.test(url.replace(PLACEHOLDER, ''))) {
    return 'double braces around placeholders only; write those of JSON as %7B and %7D';
  }
  const origin = /^https?:\/\/[^/?#]+/i.exec(url)?.[0];
  if (!origin) return 'an address that begins with http:// or https://';
  const early = placeholdersOf(origin).find(name => name !== 'cluster');
  if (early !== undefined) {
    return `only {{cluster}} before the path; {{${early}}} in the path or the query`;
  }
  return URL.canParse(url.replace(PLACEHOLDER, 'x'))
    ? undefined
    : 'a whole address, https://host/path?query';
}

/** Steps of a path, also where they are encoded. */
const STEPS: ReadonlySet<string> = new Set(['.', '..']);

/**
 * The address for a finding: every value percent-encoded, so that it stays one
 * part of the address. Nothing where a value is missing, or cannot be such a
 * part: `..` in the path, or half a surrogate pair. Pure.
 * @public
 */
export function fillLink(url: string, values: LinkValues): string | undefined {
  const [path] = url.split(/[?#]/, 1);
  let isComplete = true;
  const filled = url.replace(PLACEHOLDER, (_, name: string, at: number) => {
    const value = isPlaceholder(name) ? values[name] : undefined;
    const isStep = value !== undefined && at < path.length && STEPS.has(value);
    if (value === undefined || isStep || /\p{Surrogate}/u.test(value)) {
      isComplete = false;
      return '';
    }
    return encodeURIComponent(value);
  });
  return isComplete && linkTemplateProblem(url) === undefined
    ? filled
    : undefined;
}
