/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A detail longer than this is cut: it stands in a table cell and in a log line. */
export const DETAIL_CHARACTERS = 300;

/**
 * So much of a text is looked at: the longest detail (2,000, of a refused
 * configuration) and four times as much, for what is redacted grows shorter.
 */
const LOOKED_AT_CHARACTERS = 8_000;

/** Every pattern is done after one pass: none may begin anew inside of what it has run over. */
const redactions: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
  // A JSON web token, wherever it stands: only from the beginning of its run of letters.
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***'],
  // Also a user alone, which may be a token, and a password with an @ in it.
  [/(\/\/)[^/\s]+@/g, '$1***@'],
  [/\b(token|password|secret|access_token)=[^\s&]+/gi, '$1=***'],
  [/-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g, '***'],
];

/** What becomes one space. A space by itself is none of it: most texts stay as they are, and are not made anew. */
const BLANKS =
  // eslint-disable-next-line no-control-regex
  /[\s\u0000-\u001f\u007f]{2,}|[^\S ]|[\u0000-\u001f\u007f]/g;

/**
 * One printable line, no longer than the limit, without anything that looks
 * like a credential. Cut first, then redacted: the text may be a megabyte that
 * a cluster sent.
 * @public
 */
export function oneLine(
  text: string,
  limit: number = DETAIL_CHARACTERS,
): string {
  const redacted = redactions.reduce(
    (line, [pattern, replacement]) => line.replace(pattern, replacement),
    beginningOf(text),
  );
  const line = redacted.replace(BLANKS, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** Without the word that the cut goes through: half a token would not be seen for one. */
function beginningOf(text: string): string {
  if (text.length <= LOOKED_AT_CHARACTERS) return text;
  let end = LOOKED_AT_CHARACTERS;
  while (end > 0 && !/\s/.test(text[end])) end--;
  return `${text.slice(0, end)} …`;
}
