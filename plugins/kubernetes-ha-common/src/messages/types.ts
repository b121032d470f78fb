/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Message } from './message';

/** A parameter of a message: plain JSON. One that is a message is worded in the language of the whole. @public */
export type MessageParam =
  | string
  | number
  | boolean
  | readonly string[]
  | Message;

/** The parameters of a message. @public */
export type MessageParams = Readonly<Record<string, MessageParam>>;

/** How a sentence of one language is made from its parameters. @public */
export type MessageTemplate<P extends MessageParams = never> = (
  params: P,
) => string;

/**
 * A set of sentences by code. Codes are `<check id or area>.<what>`.
 * @public
 */
export type Catalogue = Readonly<Record<string, MessageTemplate>>;

/**
 * The same codes with the same parameters as another catalogue: how a
 * translation is held complete by the compiler.
 * @public
 */
export type TranslationOf<C extends Catalogue> = {
  readonly [K in keyof C]: (params: Parameters<C[K]>[0]) => string;
};
