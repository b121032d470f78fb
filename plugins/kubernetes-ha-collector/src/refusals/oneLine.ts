/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A detail longer than this is cut: it stands in a table cell and in a log line. */
export const DETAIL_CHARACTERS = 300;

const redactions: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
  // A JSON web token, wherever it stands.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***'],
  // Also a user alone, which may be a token, and a password with an @ in it.
  [/(\/\/)[^/\s]+@/g, '$1***@'],
  [/\b(token|password|secret|access_token)=[^\s&]+/gi, '$1=***'],
  [/-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g, '***'],
];

/** One printable line, no longer than the limit, without anything that looks like a credential. */
export function oneLine(
  text: string,
  limit: number = DETAIL_CHARACTERS,
): string {
  const redacted = redactions.reduce(
    (line, [pattern, replacement]) => line.replace(pattern, replacement),
    text,
  );
  // eslint-disable-next-line no-control-regex
  const line = redacted.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
