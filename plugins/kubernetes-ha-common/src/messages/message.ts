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
}

const catalogues: Record<
  Language,
  Record<string, ((params: never) => string) | undefined>
> = { en, zh };

/** Sentences that adopters' checks brought. */
const extra: typeof catalogues = { en: {}, zh: {} };

/** Makes a message; the compiler holds code and parameters together. @public */
export function message<C extends MessageCode>(
  code: C,
  ...params: ParamsOf<C> extends undefined ? [] : [ParamsOf<C>]
): Message {
  return { code, params: { ...(params[0] as MessageParams | undefined) } };
}

/**
 * Words a message. A code that this version does not know (from a newer
 * backend, or an adopter's check) is shown as code and parameters, never as nothing.
 * @public
 */
export function say(msg: Message, language: Language = 'en'): string {
  const template = catalogues[language][msg.code] ?? extra[language][msg.code];
  if (!template) return `${msg.code} ${JSON.stringify(msg.params)}`;
  return template(msg.params as never);
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
