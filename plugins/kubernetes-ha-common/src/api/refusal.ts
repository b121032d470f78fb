/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isMessage, Message, message, say } from '../messages/message';

/** An error with the reason as data: it can be said in any language. @public */
export type Refusal<E extends Error = Error> = E & { readonly why: Message };

/**
 * An error of a class of `@backstage/errors` with its reason as code and
 * parameters beside the English sentence. Backstage writes enumerable
 * properties of errors into its answers, and reads them again in the client.
 * @public
 */
export function refusal<E extends Error>(
  ErrorClass: new (sentence: string) => E,
  why: Message,
): Refusal<E> {
  return Object.assign(new ErrorClass(say(why)), { why });
}

/** The reason of an error as data, where who threw it gave one. @public */
export function whyOf(error: unknown): Message | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'why' in error &&
    isMessage(error.why)
    ? error.why
    : undefined;
}

/** Longest part of a value that a refusal repeats. */
const SHOWN_LENGTH = 80;

/** What is said of a parameter with a value that is not accepted. @public */
export function parameterRefusal(
  name: string,
  value: string,
  expected: Message,
): Message {
  return message('error.parameter', {
    name,
    value: JSON.stringify(value.slice(0, SHOWN_LENGTH)),
    expected,
  });
}

/** As many are said at once: whoever sends hundreds is no reader. (proposal) */
const MOST_SAID = 5;

/** Several refusals in one, the first of them; undefined without any. @public */
export function allRefusals(refusals: readonly Message[]): Message | undefined {
  return refusals.length === 0
    ? undefined
    : refusals
        .slice(0, MOST_SAID)
        .reduce((first, second) => message('error.both', { first, second }));
}
