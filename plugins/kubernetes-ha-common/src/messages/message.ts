/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { en } from './en';
import { zh } from './zh';
import type { Language } from './languages';
import type { MessageParams } from './types';

/** Codes of all sentences. @public */
export type MessageCode = keyof typeof en;

/** The parameters that a code needs. @public */
export type ParamsOf<C extends MessageCode> = Parameters<(typeof en)[C]>[0];

/**
 * A sentence as data: its code and parameters. It is worded at the edge, in
 * the reader's language, by {@link say}.
 * @public
 */
export interface Message {
  code: string;
  params: MessageParams;
  /**
   * The sentence itself, in the language that the request accepts: written by
   * the API beside code and parameters, missing wherever messages are made or stored.
   */
  text?: string;
}

/** Whether a value is a sentence as data. @public */
export function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'params' in value &&
    typeof value.params === 'object' &&
    value.params !== null
  );
}

const catalogues: Record<
  Language,
  Record<string, ((params: never) => string) | undefined>
> = { en, zh };

/** Sentences that adopters' checks brought. */
const extra: typeof catalogues = { en: {}, zh: {} };

/** Parameters of which a text may also be a message of its own. @public */
export type GivenParams<P> = {
  [K in keyof P]: string extends P[K] ? P[K] | Message : P[K];
};

/** Makes a message; the compiler holds code and parameters together. @public */
export function message<C extends MessageCode>(
  code: C,
  ...params: ParamsOf<C> extends undefined ? [] : [GivenParams<ParamsOf<C>>]
): Message {
  return { code, params: { ...(params[0] as MessageParams | undefined) } };
}

/**
 * Words a message. A code that this version does not know (from a newer
 * backend, or an adopter's check) is shown as the API worded it, or else as
 * code and parameters, never as nothing.
 * @public
 */
export function say(msg: Message, language: Language = 'en'): string {
  const template = catalogues[language][msg.code] ?? extra[language][msg.code];
  if (!template) return msg.text ?? `${msg.code} ${JSON.stringify(msg.params)}`;
  return template(wordedParams(msg.params, language) as never);
}

function wordedParams(
  params: MessageParams,
  language: Language,
): MessageParams {
  if (!Object.values(params).some(isMessage)) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [
      name,
      isMessage(param) ? say(param, language) : param,
    ]),
  );
}

/** Whether this version, or an adopter's check, has a sentence for a code. @public */
export function isMessageCode(code: string, language: Language): boolean {
  return (catalogues[language][code] ?? extra[language][code]) !== undefined;
}

/**
 * Adds the sentences of an adopter's checks. A code that exists already is refused.
 * Errors: Error naming the code.
 * @public
 */
export function addMessages(
  language: Language,
  sentences: Record<string, (params: never) => string>,
): void {
  for (const [code, template] of Object.entries(sentences)) {
    if (catalogues[language][code] || extra[language][code]) {
      throw new Error(
        `Message code "${code}" exists already in "${language}". Expected: a code of its own, for example "<your check id>.observed". Rename it.`,
      );
    }
    extra[language][code] = template;
  }
}
