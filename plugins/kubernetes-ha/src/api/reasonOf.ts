/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ResponseError } from '@backstage/errors';
import { Language, say, whyOf } from 'backstage-plugin-kubernetes-ha-common';

/**
 * What kind of obstacle an error is, as far as the reader can do something
 * about it. `foreign`: something that is not the backend answered in its place.
 * @internal
 */
export type ErrorKind =
  | 'signed-out'
  | 'unreachable'
  | 'foreign'
  | 'forbidden'
  | 'not-found'
  | 'failed';

/** An error in words: its name, a sentence without markup (empty where the kind says it all), and its kind. */
interface Reason {
  name: string;
  message: string;
  /** Whether the sentence is one of ours, in the reader's language, and not somebody's words as they came. */
  isOurs: boolean;
  kind: ErrorKind;
}

/** Longer sentences are cut: a body that no backend of ours sent may be a whole page. */
const MOST_CHARACTERS = 400;

/** Of an answer that the backend did not word. A 404 is none here: whoever sent it knows nothing of clusters. */
const statusKinds: Partial<Record<number, ErrorKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  // What a gateway answers while the backend behind it does not.
  502: 'unreachable',
  503: 'unreachable',
  504: 'unreachable',
};

/** A map, for a name may come from anywhere, and be `constructor`. */
const nameKinds: ReadonlyMap<string, ErrorKind> = new Map([
  ['AuthenticationError', 'signed-out'],
  ['NotAllowedError', 'forbidden'],
  ['NotFoundError', 'not-found'],
  ['TimeoutError', 'unreachable'],
  // What `fetch` throws when there is no response, https://fetch.spec.whatwg.org/#fetch-method.
  ['TypeError', 'unreachable'],
  // A page where JSON was due: a sign-in proxy answers so when a session ends.
  ['SyntaxError', 'foreign'],
]);

/**
 * The sentence and name of an error as the backend threw it: a ResponseError of
 * `@backstage/errors` carries that error as its cause, and itself says no more
 * than the status of the answer. Where the error carries its reason as data, the
 * sentence is in the given language, whatever the browser asked for. Of an
 * answer that the backend did not word, such as the page of a gateway, only the
 * status is repeated.
 * @internal
 */
export function reasonOf(error: Error, language: Language = 'en'): Reason {
  const why = whyOf(ResponseError.is(error) ? error.cause : error);
  const worded = wordsOf(error);
  return why
    ? { ...worded, message: sentence(say(why, language)), isOurs: true }
    : { ...worded, isOurs: false };
}

function wordsOf(error: Error): Omit<Reason, 'isOurs'> {
  if (!ResponseError.is(error)) {
    const { name } = error;
    // The browser's own words for these say less than their kind, and are in its language.
    const message = isOfBrowser(error) ? '' : sentence(error.message);
    return { name, message, kind: nameKinds.get(name) ?? 'failed' };
  }
  const { statusCode, statusText, cause } = error;
  const status = `HTTP ${statusCode} ${statusText}`.trim();
  const isWorded =
    cause instanceof Error &&
    cause.message !== '' &&
    !cause.message.startsWith('Request failed with status ');
  const kind =
    nameKinds.get(cause?.name ?? '') ?? statusKinds[statusCode] ?? 'failed';
  return {
    name: isWorded ? cause.name : error.name,
    message: isWorded ? sentence(cause.message) : `${status}.`,
    kind,
  };
}

function isOfBrowser({ name }: Error): boolean {
  return name === 'TypeError' || name === 'SyntaxError';
}

/** One line of bounded length. */
function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_CHARACTERS
    ? `${line.slice(0, MOST_CHARACTERS)} …`
    : line;
}
