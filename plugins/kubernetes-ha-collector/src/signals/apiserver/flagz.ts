/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { documentAt, parseBoundedJson } from '../../bounds/boundedJson';
import { boundMessage, exceeded } from '../../bounds/exceeded';
import { FLAGS, FLAGZ } from './bounds';

/**
 * JSON where the server has it, the text page otherwise.
 * Source: KEP-4828, k8s.io/component-base zpages/flagz
 */
export const FLAGZ_ACCEPT =
  'application/json;v=v1beta1;g=config.k8s.io;as=Flagz,' +
  'application/json;v=v1alpha1;g=config.k8s.io;as=Flagz,text/plain';

const documentSchema = z.object({ flags: z.record(z.string(), z.string()) });

/** A line of the text page: the delimiter is one of four, chosen anew at each start so that nobody relies on it. */
const LINE = /^([a-z][a-z0-9-]*)(?:: |[:= ])(.*)$/;

/** What stands before the flags on the text page. */
const HEADER = /^(title|description|warning)\b/i;

/**
 * The flags of a component, names without dashes.
 * Errors: SyntaxError or ZodError for a page that is neither format;
 * `ConnectionError` with `too-large` or `too-many` beyond the bounds.
 */
export function parseFlagz(body: Buffer): Record<string, string> {
  const page = body.toString('utf8');
  if (page.trimStart().startsWith('{')) {
    return documentSchema.parse(
      parseBoundedJson(body, FLAGZ, documentAt('/flagz')),
    ).flags;
  }
  const flags = Object.fromEntries(
    page
      .split('\n')
      .map(line => line.trim())
      .filter(line => !HEADER.test(line))
      .flatMap(line => {
        const match = LINE.exec(line);
        return match ? [[match[1], match[2].trim()]] : [];
      }),
  );
  if (Object.keys(flags).length > FLAGS) {
    throw exceeded(
      'too-many',
      boundMessage('bound.flagz', {
        observed: Object.keys(flags).length,
        bound: FLAGS,
        unit: 'flags',
      }),
    );
  }
  if (Object.keys(flags).length === 0) {
    throw new SyntaxError('the page holds no flags');
  }
  return flags;
}
