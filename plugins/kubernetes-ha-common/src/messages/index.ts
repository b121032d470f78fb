/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

export { amount } from './amount';
export { bytes, duration, percent } from './format';
export type { Beyond, BoundUnit } from './en/bounds';
export * from './languages';
export * from './message';
export { worded } from './worded';
export type {
  Catalogue,
  MessageParam,
  MessageParams,
  MessageTemplate,
  TranslationOf,
} from './types';
